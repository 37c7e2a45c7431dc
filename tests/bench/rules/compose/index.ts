import type { Manuscript } from '../manuscript.js';
import { between, pick, type Random, seeded, shuffled } from '../random.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { Expander } from './grammar.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import type { Language } from './language.js';
import { zhCN } from './zh-cn.js';
import { zhTW } from './zh-tw.js';

export const languages: readonly Language[] = [zhCN, zhTW, ja, ko, de, en, fr];

const figure = 'figure.svg';
export const citationKeys = ['ref1', 'ref2', 'ref3', 'mueller2019', 'wang2021'];

/** A bibliography that has the keys that composed manuscripts cite. */
export const bibliography = citationKeys
  .map((key, index) => `@book{${key},\n  title = {Report ${index + 1}},\n  year = {${2001 + index}}\n}\n`)
  .join('\n');

/**
 * Manuscripts of one volume in a language. `seed` tells volumes apart; the same seed gives the same text. What the language has is used up over the
 * whole volume before any of it comes again, so that no two manuscripts share a sentence.
 */
export function composeVolume(language: Language, seed: string, count: number, sections = 4): Manuscript[] {
  const composer = new Composer(language, seeded(`${seed}/${language.tag}`));
  const name = seed.replace(/\W+/g, '-');
  const volume = Array.from({ length: count }, (_, index): Manuscript => {
    const path = `composed-${name}-${language.tag}-${String(index + 1).padStart(4, '0')}.md`;
    const source = composer.manuscript(sections);
    const terms = language.terms.map((term) => ({ term }));
    return { path, lang: language.tag, origin: 'composed', source, files: [figure], citationKeys, terms, beside: [] };
  });
  return volume.map((one) => ({ ...one, beside: volume.filter((other) => other.path !== one.path) }));
}

type Part = 'prose' | 'quotation' | 'figure' | 'group' | 'blockquote' | 'table' | 'list' | 'image' | 'code' | 'trap';

/** Writes manuscripts one after another: front matter, and sections of prose with everything that papers have. */
class Composer {
  readonly #text: Expander;
  /** What was not used yet. */
  #groups: (readonly string[])[] = [];
  readonly #traps: string[];
  readonly #headings = new Set<string>();
  /** Notes of the manuscript that is being written. */
  #notes: string[] = [];

  constructor(
    readonly language: Language,
    readonly random: Random,
  ) {
    const { grammar, quotation, figures, traps } = language;
    this.#text = new Expander({ ...grammar, quotation, figures }, random);
    this.#traps = shuffled(random, traps);
  }

  manuscript(sections: number): string {
    this.#notes = [];
    const blocks = [this.#frontMatter(), this.#paragraph(3), this.#paragraph(4)];
    const parts = this.#parts(sections);
    for (let section = 0; section < sections; section++) {
      blocks.push(`## ${this.#heading()}`);
      for (const part of parts.splice(0, Math.ceil(parts.length / (sections - section))))
        blocks.push(...this.#part(part));
    }
    return `${[...blocks, ...this.#notes].join('\n\n')}\n`;
  }

  /** Each kind of part about as often as papers have it; every section ends in plain prose. */
  #parts(sections: number): Part[] {
    const others = shuffled<Part>(this.random, [
      'quotation',
      'figure',
      'group',
      'blockquote',
      'table',
      'list',
      'image',
      'code',
      'trap',
      'group',
      'figure',
      'quotation',
    ]);
    return Array.from({ length: sections }, (): Part[] => ['prose', ...others.splice(0, 2), 'prose']).flat();
  }

  #part(part: Part): string[] {
    switch (part) {
      case 'quotation':
        return [this.#sentence('{quotation}') + this.language.space + this.#paragraph(2)];
      case 'figure':
        return [this.#noted(this.#sentence('{figures}'))];
      case 'group':
        return this.#group();
      case 'blockquote':
        return [`> ${this.#paragraph(2)}`];
      case 'table':
        return [this.#table()];
      case 'list':
        return [this.#list()];
      case 'image':
        return [`![${capital(this.#text.expand('{caption}'))}](${figure})`];
      case 'code':
        return ['```\nfor (;;) { read(1,2); }\n```', this.#paragraph(2)];
      case 'trap':
        return [this.#traps.pop() ?? this.#paragraph(2)];
      default:
        return Array.from({ length: between(this.random, 1, 2) }, () =>
          this.#paragraph(between(this.random, 2, between(this.random, 3, 8))),
        );
    }
  }

  #group(): string[] {
    if (this.#groups.length === 0) this.#groups = shuffled(this.random, this.language.groups);
    return this.#groups.pop()!.map((template) => this.#sentence(template));
  }

  #list(): string {
    const items = Array.from({ length: between(this.random, 3, 5) }, () => this.#text.expand('{item}'));
    const numbered = this.random() < 0.4;
    return items.map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${item}`).join('\n');
  }

  #table(): string {
    const row = () => `| ${[0, 1, 2].map(() => this.#text.expand('{cell}')).join(' | ')} |`;
    return [row(), '| --- | --- | --- |', row(), row(), row()].join('\n');
  }

  /** Sentences with their stops. */
  #paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.#sentence('{S}')).join(this.language.space);
  }

  #sentence(template: string): string {
    const text = this.#text.expand(template);
    return capital(this.language.elide?.(text) ?? text);
  }

  /** Gives the note marks in a text notes of their own. */
  #noted(text: string): string {
    return text.replaceAll('[^n]', () => {
      const mark = `[^${this.#notes.length + 1}]`;
      this.#notes.push(`${mark}: ${this.#sentence('{S}')}`);
      return mark;
    });
  }

  #heading(): string {
    for (;;) {
      const heading = this.#sentence('{heading}');
      if (this.#headings.has(heading)) continue;
      this.#headings.add(heading);
      return heading;
    }
  }

  #frontMatter(): string {
    const { language } = this;
    const text = (template: string) => JSON.stringify(capital(this.#text.expand(template)));
    const orcid = pick(this.random, ['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X'])!;
    return [
      '---',
      `title: ${text('{title}')}`,
      'authors:',
      `  - name: ${text('{org}')}`,
      '    affiliation: 1',
      `    orcid: ${orcid}`,
      `  - name: ${text('{org}')}`,
      '    affiliation: 2',
      'affiliations:',
      '  - index: 1',
      `    name: ${text('{org}')}`,
      '  - index: 2',
      `    name: ${text('{org}')}`,
      `lang: ${language.tag}`,
      `date: 20${between(this.random, 10, 25)}-0${between(this.random, 1, 9)}-1${between(this.random, 0, 9)}`,
      `abstract: ${text(`{S}${language.space}{S}`)}`,
      'keywords:',
      `  - ${text('{keyword}')}`,
      `  - ${text('{keyword}')}`,
      'bibliography: references.bib',
      '---',
    ].join('\n');
  }
}

/** The same with a capital at its start, behind marks of quotation and emphasis. */
const capital = (text: string): string =>
  text.replace(/^([“„«» ‘*]*)(\p{Ll})/u, (_, marks, letter) => marks + letter.toUpperCase());

/** Writes in the language of a manuscript; in English where the composer does not know it. */
export function expanderFor({ lang }: { lang: string }, random: Random): Expander {
  const exact = languages.find(({ tag }) => tag === lang);
  const related = languages.find(({ tag }) => tag.split('-')[0] === lang.split('-')[0]);
  return new Expander((exact ?? related ?? en).grammar, random);
}
