import type * as en from '../en/layout.js';

export const layout: typeof en.layout = {
  'no-consecutive-blank-lines': {
    run: ({ count }) => ({
      message: `连续 ${count} 个空行`,
      note: '这里多半是原稿换页的地方，文字容易丢失或重复：请再读一遍前后两段。空一行就够了。',
    }),
  },
};
