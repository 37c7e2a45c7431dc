import { type Random, shuffled } from '../random.js';

/**
 * A context-free grammar: names and what each may become. `{name}` in a text is expanded in its turn; `{name:2}` takes the third of the forms that
 * stand between bars in an entry (cases of a noun).
 */
export type Grammar = Record<string, readonly string[]>;

/** Words, separated by blanks. */
export const words = (text: string): string[] => text.trim().split(/\s+/);
/** Phrases, separated by commas. */
export const phrases = (text: string): string[] => text.trim().split(/,\s*/);
/** Phrases, one a line. */
export const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Expands a grammar. Each entry of a name is used once before any is used again, so that a text repeats itself as late as it can. */
export class Expander {
  readonly #bags = new Map<string, string[]>();
  constructor(
    readonly grammar: Grammar,
    readonly random: Random,
  ) {}

  /** A text without names left in it. One with a character or word doubled where two pieces met is made again. */
  expand(template: string): string {
    for (let attempt = 0; ; attempt++) {
      const text = this.#once(template);
      if (attempt > 20 || !doubled.test(text)) return text;
    }
  }

  #once(template: string): string {
    return template.replace(/\{(\w+)(?::(\d))?\}/g, (_, name: string, form?: string) => {
      const entry = this.#draw(name);
      const forms = entry.split('|');
      return this.#once(form === undefined ? forms[0]! : (forms[Number(form)] ?? forms[0]!));
    });
  }

  #draw(name: string): string {
    const entries = this.grammar[name];
    if (!entries) throw new Error(`The grammar has no ${name}`);
    let bag = this.#bags.get(name);
    if (!bag?.length) {
      bag = shuffled(this.random, entries);
      this.#bags.set(name, bag);
    }
    return bag.pop()!;
  }
}

const doubled = /(\p{Script=Han}{1,4})\1|\b(\p{L}+) \2\b/u;
