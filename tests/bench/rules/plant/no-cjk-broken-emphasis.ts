import { visit } from 'unist-util-visit';
import { parser, placesIn } from '../blocks.js';
import { pick } from '../random.js';
import { isCjk, isKorean, type Planter, replaced, spot } from './planting.js';

const letter = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
/** What an author would make bold with its stop or its marks, between letters. */
const wrapped = new RegExp(
  `(?:(?<=^|[。！？])${letter}{2,20}[。，：；！？](?=${letter}))|(?:(?<=${letter})(?:“[^“”]{2,20}”|「[^「」]{2,20}」|《[^《》]{2,20}》|（[^（）]{2,20}）)(?=${letter}))`,
  'gu',
);

/** The same in Korean, whose particles follow a closing mark without a space. */
const wrappedInKorean =
  /(?:“[^“”]{2,20}”|‘[^‘’]{2,20}’|『[^『』]{2,20}』|\p{Script=Hangul}{2,8}\([^()]{2,20}\))(?=\p{Script=Hangul})/gu;

/** Emphasis that CommonMark does not see, since its mark stands between punctuation and a letter. */
export const plant: Planter = (text, random) => {
  if (!isCjk(text) && !isKorean(text)) return undefined;
  const pattern = isKorean(text) ? wrappedInKorean : wrapped;
  const at = spot(text, placesIn(text.source), pattern, random, ({ place }) => place.kind !== 'heading');
  if (!at) return undefined;
  const mark = pick(random, ['**', '**', '**', '*'])!;
  const { source, range } = replaced(text.source, at.start, at.end, mark + at.text + mark);
  // Not damaged unless the marks are left as text.
  let literal = false;
  visit(parser.parse(source), 'text', (node) => {
    const { start, end } = node.position!;
    if (start.offset! <= range.end && end.offset! >= range.start && node.value.includes(at.text))
      literal ||= node.value.includes(mark);
  });
  return literal ? { source, ranges: [range], kind: `${mark}` } : undefined;
};
