import { between, pick, type Random, shuffled } from '../random.js';
import { another, elsewhere, lettersIn, moved, passage, sentences } from './passages.js';
import { oneOf, type Planter, paragraphs } from './planting.js';

/** A whole sentence or two of 64 to 96 letters that stands in another paragraph as well. */
const shared: Planter = (text, random) => {
  const { source } = text;
  for (const place of shuffled(random, paragraphs(text, 80))) {
    const all = sentences(source, place);
    const runs = all.flatMap((first, n) => [
      first,
      ...(all[n + 1] && all[n + 1]!.start - first.end <= 1 ? [{ start: first.start, end: all[n + 1]!.end }] : []),
    ]);
    const copied = pick(
      random,
      runs.filter(({ start, end }) => {
        const letters = lettersIn(source.slice(start, end));
        return letters >= 64 && letters <= 96;
      }),
    );
    const host = copied && elsewhere(text, random, place);
    if (!host || lettersIn(source.slice(host.start, host.end)) < 60) continue;
    const space = /\p{Script=Han}|\p{Script=Hiragana}/u.test(source.slice(copied.start, copied.end)) ? '' : ' ';
    const inserted = space + source.slice(copied.start, copied.end);
    return {
      source: source.slice(0, host.end) + inserted + source.slice(host.end),
      ranges: [
        { start: host.end + space.length, end: host.end + inserted.length },
        moved(copied, host.end, inserted.length),
      ],
      kind: 'sentence twice',
    };
  }
  return undefined;
};

/** A paragraph that stands twice, and was edited once. */
const edited: Planter = (text, random) => {
  const other = random() < 0.5 ? another(text, random) : undefined;
  const origin = other ?? text;
  const copied = passage(origin, random, 130, 900);
  const behind = copied && elsewhere(text, random, other ? undefined : copied);
  if (!behind) return undefined;
  const copy = edit(origin.source.slice(copied.start, copied.end), random);
  const at = behind.end;
  const here = { start: at + 2, end: at + 2 + copy.length };
  return {
    source: `${text.source.slice(0, at)}\n\n${copy}${text.source.slice(at)}`,
    ranges: other ? [here] : [here, moved(copied, at, copy.length + 2)],
    kind: 'edited copy',
    ...(other && { beside: [{ manuscript: other, ranges: [copied] }] }),
  };
};

/** Replaces or drops 2 to 4 in a hundred letters (at least two), as an author does who goes over a text again: never the same place twice. */
function edit(text: string, random: Random): string {
  const chinese = /\p{Script=Han}/u.test(text);
  const units = chinese ? [...text] : text.split(' ');
  const share = between(random, 2, 4) / 100;
  const count = Math.max(2, Math.round(units.length * share * (chinese ? 1 : 1.5)));
  const places = shuffled(
    random,
    units.map((_, n) => n).filter((n) => (chinese ? /\p{L}/u.test(units[n]!) : /^\p{L}+$/u.test(units[n]!))),
  );
  for (const place of places.slice(0, count)) {
    const other = units[places[places.length - 1 - place] ?? places.at(-1)!]!;
    units[place] = random() < 0.4 ? '' : other;
  }
  return chinese ? units.join('') : units.filter(Boolean).join(' ');
}

export const plant: Planter = oneOf([shared, edited]);
