import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../rules/compose/grammar.js';
import { bibliography, composeVolume, languages } from '../rules/compose/index.js';
import type { Language } from '../rules/compose/language.js';
import { seeded, shuffled } from '../rules/random.js';

const chinese = languages[0]!;

/**
 * Nouns made of two, other ones for each manuscript, and only sentences of which little is fixed: with the grammar as it is a large volume would repeat
 * itself more than any real one, and the bench would measure what it costs to report copies.
 */
function ownWords(language: Language, seed: string): Language {
  const random = seeded(seed);
  const { S = [], thing = [], matter = [], org = [] } = language.grammar;
  const first = shuffled(random, [...thing, ...matter, ...places]);
  const join = (second: readonly string[], from: number) =>
    shuffled(random, second)
      .map((noun, n) => [first[(from + n) % first.length]!, noun] as const)
      .flatMap(([one, other]) => (one === other ? [] : [one + other]));
  const grammar = {
    ...language.grammar,
    S: S.filter(isLoose),
    thing: join(thing, 0),
    matter: join(matter, 40),
    org: join(org, 80),
  };
  return {
    ...language,
    grammar,
    traps: [],
    figures: language.figures.filter(isLoose),
    quotation: language.quotation.filter(isLoose),
    groups: [['{S}', '{S}{S}']],
  };
}

const isLoose = (template: string): boolean => template.split(/\{\w+(?::\d)?\}/).every((fixed) => fixed.length <= 5);

const places = words(
  `东河 西山 南岭 北塘 长桥 石门 柳溪 青川 白塔 大荒 上游 下游 城东 城西 沿海 山区 平原 湖区 高原 边境 老城 新区 港口 牧区 林区 矿区 灌区 库区`,
);

/** Source of the n-th manuscript of a volume. */
export const manuscriptSource = (n: number): string =>
  composeVolume(ownWords(chinese, `words-${n}`), `lint-${n}`, 1, 3)[0]!.source;

/** Running text of at least so many characters. */
export function composedText(characters: number): string {
  const parts: string[] = [];
  for (let n = 0, length = 0; length < characters; n++) {
    const body = manuscriptSource(n).replace(/^---\n[\s\S]*?\n---\n/, '');
    parts.push(body);
    length += body.length;
  }
  return parts.join('\n');
}

/** Files that the manuscripts refer to, by name in the volume's folder. */
export const besideManuscripts = {
  'references.bib': bibliography,
  'figure.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
};

/** Writes a volume of so many manuscripts and says how many characters it has. */
export function writeVolume(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true });
  let characters = 0;
  for (let n = 0; n < count; n++) {
    const source = manuscriptSource(n);
    characters += source.length;
    writeFileSync(path.join(folder, `${String(n + 1).padStart(5, '0')}.md`), source);
  }
  for (const [name, content] of Object.entries(besideManuscripts)) writeFileSync(path.join(folder, name), content);
  writeFileSync(path.join(folder, 'volume.yml'), 'title: Bench\nlang: zh-CN\ndate: 2026-01-01\n');
  return characters;
}
