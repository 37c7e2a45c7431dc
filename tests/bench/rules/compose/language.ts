import type { Grammar } from './grammar.js';

/** What the composer needs to write manuscripts in a language. */
export interface Language {
  /** BCP 47. */
  tag: string;
  /**
   * Expands at least: `S` (a sentence with its stop), `title`, `heading`, `org`, `item` (a list item without a stop), `caption`, `cell`, `phrase` (a
   * short noun phrase), `keyword`.
   */
  grammar: Grammar;
  /** What stands between two sentences: a space, or nothing. */
  space: string;
  /** Turns a sentence into a quotation with the language's marks, its introduction included. */
  quotation: readonly string[];
  /** Paragraphs that are whole in themselves and expand the grammar: enumerations in running text, asides in brackets, citations. */
  figures: readonly string[];
  /** Groups of paragraphs that belong together: counted paragraphs, dialogue, quotations over several paragraphs, letters, verse. */
  groups: readonly (readonly string[])[];
  /** Lawful text that looks like a defect; each stands at most once in a volume. */
  traps: readonly string[];
  /** Joins words as the language wants it: an before a vowel. */
  elide?: (text: string) => string;
  /** Terms of the volume, which `S` uses by the name `term`. */
  terms: readonly string[];
}
