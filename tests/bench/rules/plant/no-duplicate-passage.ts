import { between } from '../random.js';
import { another, elsewhere, lettersIn, moved, passage } from './passages.js';
import { isCjk, oneOf, type Planter, paragraphs, spot } from './planting.js';

/** A paragraph printed twice in one manuscript. */
const twice: Planter = (text, random) => {
  const copied = passage(text, random, 110, 900);
  const behind = copied && elsewhere(text, random, copied);
  if (!behind) return undefined;
  const copy = text.source.slice(copied.start, copied.end);
  const inserted = `\n\n${copy}`;
  const at = behind.end;
  return {
    source: text.source.slice(0, at) + inserted + text.source.slice(at),
    ranges: [{ start: at + 2, end: at + inserted.length }, moved(copied, at, inserted.length)],
    kind: 'paragraph twice',
  };
};

/** A paragraph of another manuscript. */
const foreign: Planter = (text, random) => {
  const other = another(text, random);
  const copied = other && passage(other, random, 110, 900);
  const behind = copied && elsewhere(text, random);
  if (!behind) return undefined;
  const copy = other.source.slice(copied.start, copied.end);
  const at = behind.end;
  return {
    source: `${text.source.slice(0, at)}\n\n${copy}${text.source.slice(at)}`,
    ranges: [{ start: at + 2, end: at + 2 + copy.length }],
    kind: 'paragraph of another manuscript',
    beside: [{ manuscript: other, ranges: [copied] }],
  };
};

/** The tail of another text, spliced into a paragraph in mid-sentence; its own ending is gone. */
const spliced: Planter = (text, random) => {
  const other = another(text, random) ?? text;
  const copied = passage(other, random, 150, 900);
  const pattern = isCjk(text) ? /(?<=\p{L})(?=\p{L})/gu : /(?<=\p{L} )(?=[\p{Ll}\p{Script=Hangul}])/gu;
  const at =
    copied &&
    spot(
      text,
      paragraphs(text, 60),
      pattern,
      random,
      ({ place, start }) => start - place.start > 20 && place.end - start > 10,
    );
  if (!at || (other === text && at.place.start === copied.start)) return undefined;
  const whole = other.source.slice(copied.start, copied.end);
  let skip = between(random, 10, Math.floor(whole.length / 3));
  if (!isCjk(text)) skip = whole.indexOf(' ', skip) + 1;
  const tail = whole.slice(skip);
  if (lettersIn(tail) < 105) return undefined;
  const source = text.source.slice(0, at.start) + tail + text.source.slice(at.place.end);
  const growth = tail.length - (at.place.end - at.start);
  const original = { start: copied.start + skip, end: copied.end };
  const here = { start: at.start, end: at.start + tail.length };
  return other === text
    ? { source, ranges: [here, moved(original, at.start, growth)], kind: 'tail spliced' }
    : {
        source,
        ranges: [here],
        kind: 'tail of another manuscript spliced',
        beside: [{ manuscript: other, ranges: [original] }],
      };
};

export const plant: Planter = oneOf([twice, foreign, spliced]);
