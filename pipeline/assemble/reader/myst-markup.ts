import type { Directive } from './myst-directive.js';

/** What a directive needs of the conversion that it is part of. */
export interface Conversion {
  /** BCP 47. */
  lang: string;
  /** What a reference to a theorem or an exercise reads, by its label. */
  statements: Map<string, string>;
  /** Labels of formulas. */
  equations: Set<string>;
  /** How many statements of each kind there were. */
  counts: Map<string, number>;
  /** Converts lines that stand together, such as a directive's content. */
  lines(lines: string[]): string[];
  /** Converts running text. */
  inline(text: string): string;
  leftOut(name: string, find: string): void;
  unknownDirective(name: string, find: string): void;
}

/** Writes a directive as lines of pandoc's Markdown, without its indentation. */
export type Renderer = (directive: Directive, conversion: Conversion) => string[];

/** The identifier that a directive's author gave it. */
export function labelOf(directive: Directive): string {
  return directive.options.get('label') ?? directive.options.get('name') ?? '';
}

/** The identifier as an attribute of a tag, with the space before it. */
export function idOf(directive: Directive): string {
  const label = labelOf(directive);
  return label ? ` id="${attributeText(label)}"` : '';
}

/** A title line in bold, or nothing. */
export function titled(title: string, conversion: Conversion): string {
  return title.trim() ? `<p><b>${conversion.inline(title.trim())}</b></p>` : '';
}

/** An identifier that belongs to what follows it. */
export function anchorFor(label: string): string {
  return `<span id="${attributeText(label.trim())}" class="target"></span>`;
}

/** Text for a double-quoted attribute of HTML. */
export function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same lines with the empty ones at the end. */
export function withoutEmptyLines(lines: string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  return [...filled, ...Array<string>(lines.length - filled.length).fill('')];
}
