import type * as en from '../en/house.js';

export const house: typeof en.house = {
  'no-relative-date': {
    date: ({ text }) => ({
      message: `几年以后，读者就不知道“${text}”是什么时候了`,
      note: '文集会在成书多年以后被人阅读。请写出具体的年份和日期。',
    }),
  },
  'no-mixed-separators': {
    series: ({ head, marks }) => ({
      message: `以“${head}”开头的几个并列短语，中间的标点不一致（${marks}）`,
      note: '同一组并列短语之间应当用同一种标点。请统一。',
    }),
  },
};
