/** A volume of two sound manuscripts, and what a contributor brings to it. */
export const volume = {
  'volume.yml': 'title: 文集\nlang: zh-CN\ndate: 2026-01-01\n',
  'first.md': `---
title: 纸从哪里来
authors: [造纸研究所]
lang: zh-CN
---

# 纤维

造纸用的纤维有长有短。长的结实，短的细密，各有各的用处。
`,
  'second.md': `---
title: 墨从哪里来
authors: [造纸研究所]
lang: zh-CN
---

# 烟与胶

烟细则墨色匀，胶轻则笔不滞。二者的分量要随季节增减。
`,
};

/** A manuscript with one defect that is an error: a link that leads nowhere. */
export const damaged = `---
title: 笔从哪里来
authors: [造纸研究所]
lang: zh-CN
---

# 毫

笔毫的软硬，看[这里]()就知道。写小字用硬毫，写大字用软毫。
`;

export const sound = damaged.replace('[这里]()', '这里');
