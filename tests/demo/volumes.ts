import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../lint-rules/text/language.js';
import { besideManuscripts, manuscriptSource } from '../bench/lint/volume.js';
import { shared } from '../bench/rules/texts.js';

/** A volume, and what a contributor brings to it. Files by name within the volume's folder. */
export interface Demo {
  volume: Record<string, string>;
  brought: Record<string, string>;
  title: string;
  body: string;
}

const source = path.join(shared, 'source/manuscripts');

/** The demo in a language; `size`: how many manuscripts the volume has at least; `ownText`: text written for it, even where a real one is there. */
export function demoIn(locale: Locale, size: number, ownText: boolean): Demo {
  const demo = locale === 'en' ? english : existsSync(source) && !ownText ? fromSource() : chinese;
  const count = Object.keys(demo.volume).filter((name) => name.endsWith('.md')).length;
  const more = Array.from(
    { length: Math.max(0, size - count) },
    (_, index) => [`more-${index}.md`, manuscriptSource(index)] as const,
  );
  return {
    ...demo,
    volume: { ...demo.volume, ...(more.length > 0 && besideManuscripts), ...Object.fromEntries(more) },
  };
}

/** A real volume without one of its manuscripts, which comes as the contribution. */
function fromSource(): Demo {
  const files = Object.fromEntries(
    readdirSync(source).map((name) => [name, readFileSync(path.join(source, name), 'utf8')]),
  );
  const { 'anhui.md': brought = '', 'volume.yml': _, ...others } = files;
  return {
    volume: { 'volume.yml': 'title: 研讨会文集\nlang: zh-CN\ndate: 2019-10-11\n', ...others },
    brought: { 'anhui.md': brought },
    title: '投稿：安徽的交流材料',
    body: '从 PDF 转来的稿子，请看看。',
  };
}

const chinese: Demo = {
  volume: {
    'volume.yml': 'title: 春季研讨会文集\nlang: zh-CN\ndate: 2026-05-01\n',
    'ink.md':
      '---\ntitle: 墨从哪里来\nauthors: [造纸研究所]\nlang: zh-CN\n---\n\n烟细则墨色匀，胶轻则笔不滞。二者的分量要随季节增减，冬天胶多，夏天胶少，各家作坊都有自己的秘方。\n',
  },
  brought: {
    'paper.md': `---
title: 纸从哪里来
authors: [造纸研究所]
lang: zh-CN
---

造纸的人紧跟紧跟时代,也常常回头看看旧法。⽉光底下晒的纸，颜色最白。

各地的造纸工作委

员会每年开一次会，交换各自的办法。

一是选料，要看纤维的长短。

三是打浆，要看水的软硬。

— 12 —

抄出来的纸薄而韧，可以写字，也可以印书，今年又添了两家作坊，都照这个办法去做`,
  },
  title: '投稿：纸从哪里来',
  body: '从扫描件识别来的稿子，请看看。',
};

const english: Demo = {
  volume: {
    'volume.yml': 'title: Papers on Paper\nlang: en\ndate: 2026-05-01\n',
    'ink.md':
      '---\ntitle: Where ink comes from\nauthors: [Institute for the Study of Paper]\nlang: en\n---\n\nFine soot makes an even black, and little glue lets the brush run freely. Every workshop weighs the two anew with each season of the year.\n',
  },
  brought: {
    'paper.md': `---
title: Where paper comes from
authors: [Institute for the Study of Paper]
lang: en
---

Paper is made of fibre, and the the fibre of plants. The longer it is, the stronger the sheet that it pro-
vides, as every papermaker knows.

Three fibres were compared in the laboratory of the institute, and the results of the first series were

published in the spring. They show what everybody had expected (though nobody had measured it.

— 12 —

The eﬃciency of the process rose last year, when a second vat was put to use.
`,
  },
  title: 'Paper: Where paper comes from',
  body: 'Converted from a PDF. Please have a look.',
};
