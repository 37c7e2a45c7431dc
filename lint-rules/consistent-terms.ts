import type { Documentation } from './documentation.js';
import type { Term } from './facts/types.js';
import { defineRule } from './rule.js';
import { isInflected } from './terms/inflected.js';
import { mostEdits, type NearMiss, nearMisses } from './terms/near-misses.js';
import { type FoldedText, foldBlocks, foldLetters, isInsideWord } from './terms/text.js';
import { type Prose, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'A wording that is nearly, but not quite, a term of the volume',
    zh: '与本书的固定提法只差一两个字的写法',
  },
  details: {
    en: `An editor can list the volume’s fixed terms in a file, by default \`terms.yml\`, that \`volume.yml\` names under \`terms\`: names of institutions, set formulas, technical terms. Text that was scanned or retyped often has such a term with a letter lost or mistaken; this rule finds those near misses and offers the term.

An entry is the term itself, or a map with \`term\`, \`max\` (how many letters may differ, by default a quarter of them) and \`allow\` (near misses that are right). Only letters and digits are compared. In languages with spaces, another ending of a word is no mistake.

This is a hint for the editor and never fails a check.`,
    zh: `编辑可以把全书的固定提法列在一个文件里（例如 \`terms.yml\`，由 \`volume.yml\` 的 \`terms\` 指定）：机构名称、固定表述、专业术语。扫描或重新录入的文字，常常把这样的提法丢掉一个字或写错一个字；这里就找这种只差一点的写法，并给出正确的提法。

每一项可以只写提法本身，也可以写成 \`term\`（提法）、\`max\`（最多差几个字，默认四分之一）和 \`allow\`（虽然相近但没有错的写法）。只比较文字和数字，标点不算。

这只供编辑参考，不影响检查结果。`,
  },
  options: {
    terms: {
      en: 'Terms, besides those of the volume’s own file.',
      zh: '固定提法，与本书术语文件里的一并使用。',
    },
    allow: { en: 'Near misses that are right, of any term.', zh: '虽然相近但没有错的写法，对所有提法有效。' },
  },
  examples: [
    {
      text: '各县在水利上要走在前列表率，不可落后。\n',
      options: { terms: ['走在前、作表率'] },
      finds: ['走在前列表率'],
      suggested: '各县在水利上要走在前、作表率，不可落后。\n',
    },
    {
      text: '会议选出了工作委会，并通过了章程。\n\n工作委员会每月开会一次。\n',
      options: { terms: ['工作委员会'] },
      finds: ['工作委会'],
      suggested: '会议选出了工作委员会，并通过了章程。\n\n工作委员会每月开会一次。\n',
    },
    {
      text: 'The Commitee on Inland Navigation met twice. The Committee on Inland Navigation was dissolved in 1911.\n',
      options: { terms: ['Committee on Inland Navigation'] },
      finds: ['Commitee on Inland Navigation'],
      suggested:
        'The Committee on Inland Navigation met twice. The Committee on Inland Navigation was dissolved in 1911.\n',
    },
    {
      text: '河川整備基本方計を定めた後、河川整備基本方針を公表した。\n',
      options: { terms: ['河川整備基本方針'] },
      finds: ['河川整備基本方計'],
    },
    { text: '工作委员会每月开会一次。\n', options: { terms: ['工作委员会'] }, finds: [] },
    { text: '会议选出了工作委会。\n', finds: [] },
    {
      text: 'Die Ergebnisse künstlicher Intelligenz sind umstritten, die künstliche Intelligenz selbst nicht.\n',
      options: { terms: ['künstliche Intelligenz'] },
      finds: [],
    },
    {
      text: '会议选出了工作委会。\n',
      options: { terms: ['工作委员会'], allow: ['工作委会'] },
      finds: [],
    },
    { text: '`工作委会` 是一个变量名。\n', options: { terms: ['工作委员会'] }, finds: [] },
    {
      text: '党的建设要抓紧，机关党的建设更要抓紧。\n',
      options: { terms: ['机关党的建设'] },
      finds: [],
    },
    {
      text: '走在前，作表率，这是对各县的要求。\n',
      options: { terms: ['走在前、作表率'] },
      finds: [],
    },
  ],
};

/** Near misses of the terms that the volume has a fixed form for. */
export default defineRule(
  'consistent-terms',
  { terms: [] as string[], allow: [] as string[] },
  ({ prose, options, data, report }) => {
    const terms: Term[] = [...(data.terms ?? []), ...options.terms.map((term) => ({ term }))];
    if (terms.length === 0) return;
    const folded = foldBlocks(prose.blocks);
    const forms = terms.map(({ term }) => foldLetters(term));
    const found = terms.flatMap((term, index) => {
      const letters = forms[index]!;
      const allow = [...options.allow, ...(term.allow ?? [])].map(foldLetters);
      const most = term.max ?? mostEdits(letters.length);
      const misses = nearMisses(folded.text, { letters, most, loose: term.max !== undefined });
      return misses
        .filter((miss) => !isRight(folded.text, miss, [...allow, ...forms.filter((form) => form !== letters)]))
        .map((miss) => ({ ...miss, term: term.term }));
    });
    for (const miss of nearest(found)) {
      const place = placeOf(prose, folded, miss);
      if (!place || isInflected(place.text, miss.term)) continue;
      const { start, end, text } = place;
      const fix = { start, end, text: miss.term, safety: 'suggest' as const };
      const plain = prose.source.slice(start, end) === text;
      report({ kind: 'near', args: { found: text, term: miss.term }, start, end, ...(plain && { fix }) });
    }
  },
);

/** Whether the place is part of a wording that is right, or holds one. */
function isRight(text: string, { from, to }: NearMiss, right: string[]): boolean {
  return right.some((wording) => {
    const room = wording.length - 1;
    return wording !== '' && text.slice(Math.max(0, from - room), to + room).includes(wording);
  });
}

/** Of near misses that overlap, the nearest. */
function nearest<M extends NearMiss>(found: M[]): M[] {
  const kept: M[] = [];
  for (const miss of [...found].sort((a, b) => a.from - b.from || a.edits - b.edits)) {
    const last = kept.at(-1);
    if (!last || last.to <= miss.from) kept.push(miss);
    else if (miss.edits < last.edits) kept[kept.length - 1] = miss;
  }
  return kept;
}

/** Where a near miss stands in the source, and how it reads; nothing when it begins or ends inside a word. */
function placeOf(prose: Prose, { blocks, positions }: FoldedText, { from, to }: NearMiss) {
  const block = prose.blocks[blocks[from]!]!;
  const first = positions[from]!;
  const behind = positions[to - 1]! + 1;
  if (isInsideWord(block.text, first) || isInsideWord(block.text, behind)) return undefined;
  return { ...sourceRange(block, first, behind), text: block.text.slice(first, behind) };
}
