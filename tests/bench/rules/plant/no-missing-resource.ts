import { placesIn } from '../blocks.js';
import { pick } from '../random.js';
import { oneOf, type Planter, paragraphs, replaced, spot } from './planting.js';

const behindParagraph =
  (kind: string, written: (existing: string | undefined) => string | undefined): Planter =>
  (text, random) => {
    const place = pick(random, paragraphs(text, 30));
    const block = written(text.files.find((file) => /\.(?:svg|png|jpe?g)$/.test(file)));
    if (!place || !block) return undefined;
    const start = place.end + 2;
    const source = `${text.source.slice(0, place.end)}\n\n${block}${text.source.slice(place.end)}`;
    return { source, ranges: [{ start, end: start + block.length }], kind };
  };

const inSentence =
  (kind: string, written: (keys: readonly string[], random: () => number) => string | undefined): Planter =>
  (text, random) => {
    const at = spot(text, paragraphs(text, 30), /(?<=\p{L}{2})(?=[，。,.])/gu, random);
    const mark = written(text.citationKeys, random);
    if (!at || !mark) return undefined;
    const { source, range } = replaced(text.source, at.start, at.end, /^\[\^/.test(mark) ? mark : ` ${mark}`);
    return { source, ranges: [range], kind };
  };

/** A key with one letter or digit changed, dropped or doubled. */
function misspelt(keys: readonly string[], random: () => number): string | undefined {
  const key = pick(random, keys);
  if (!key) return undefined;
  const at = 1 + Math.floor(random() * (key.length - 1));
  const variants = [
    key.slice(0, at) + key.slice(at + 1),
    key.slice(0, at) + key[at] + key.slice(at),
    key.slice(0, at) + (key[at] === '9' ? '8' : '9') + key.slice(at + 1),
  ];
  return pick(
    random,
    variants.filter((one) => !keys.includes(one)),
  );
}

const citation =
  (before: string, behind: string): ((keys: readonly string[], random: () => number) => string | undefined) =>
  (keys, random) => {
    const key = misspelt(keys, random);
    return key && before + key + behind;
  };

/** The definition of a note that the text refers to is gone. */
const noteLost: Planter = (text) => {
  const definition = /\n\n\[\^(\w+)\]: .*/.exec(text.source);
  if (!definition) return undefined;
  const source = text.source.replace(definition[0], '');
  const at = source.indexOf(`[^${definition[1]}]`);
  return at < 0 || placesIn(text.source).length === 0
    ? undefined
    : { source, ranges: [{ start: at, end: at + definition[1]!.length + 3 }], kind: 'note lost' };
};

export const plant: Planter = oneOf([
  behindParagraph('image that is not there', () => '![Figure](figures/lost-page.png)'),
  behindParagraph('image without alternative text', (existing) => existing && `![](${existing})`),
  inSentence('citation key misspelt', citation('[@', ']')),
  inSentence('citation key misspelt', citation('[see @', ', p. 12]')),
  inSentence('note that is not there', () => '[^lost]'),
  inSentence('cross-reference to nothing', () => '[@fig:nowhere]'),
  noteLost,
]);
