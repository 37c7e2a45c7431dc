import { percentDecoded } from '../../percent-decoding.js';
import { endOfFence, fenceOpening } from './markdown-lines.js';
import { opensDirective, readDirective } from './myst-directive.js';
import { renderDirective } from './myst-directives.js';
import { anchorFor, type Conversion, withoutEmptyLines } from './myst-markup.js';
import { convertRoles } from './myst-roles.js';
import { type Notice, notice } from './notices.js';

/** How deep directives may stand in each other; deeper ones stay as they are written. */
const deepest = 30;

const target = /^([ \t]*)\(([^()\s][^()\n]*)\)=[ \t]*$/;
const comment = /^ {0,3}%/;
const blockBreak = /^\+\+\+(?:\s|$)/;
const mathOpening = /^[ \t]*\$\$/;
const mathClosing = /^(.*\$\$)[ \t]*(?:\(([^()\s]+)\))?[ \t]*$/s;

/** One manuscript on its way from MyST to pandoc's Markdown: what is known across its parts, such as numbers and abbreviations. */
export class MystConversion implements Conversion {
  readonly notices: Notice[] = [];
  /** What a reference to a theorem or an exercise reads, by its label. */
  readonly statements = new Map<string, string>();
  readonly equations = new Set<string>();
  readonly counts = new Map<string, number>();
  readonly abbreviated = new Set<string>();
  #depth = 0;

  constructor(readonly lang: string) {}

  /** Converts a whole manuscript. */
  convert(source: string): string {
    for (const [, tex, dollars] of source.matchAll(/\\label\{([^{}\n]+)\}|\$\$[ \t]*\(([^()\s]+)\)/g)) {
      this.equations.add((tex ?? dollars)!);
    }
    const text = this.lines(source.split('\n')).join('\n');
    // What a reference reads is known when all that can be referred to was seen.
    return text.replace(/\[\]\(#([^()\s]+)\)\{\.named\}/g, (_, address: string) => {
      const label = percentDecoded(address);
      if (this.equations.has(label)) return `[](#${address}){.ref-equation}`;
      return `[${this.statements.get(label) ?? ''}](#${address})`;
    });
  }

  /** Converts lines that stand together, such as a directive's content. */
  lines(lines: string[]): string[] {
    const done: string[] = [];
    let divisions = 0;
    for (let index = 0; index < lines.length; ) {
      const line = lines[index]!;
      const taken = this.#block(lines, index);
      if (taken) {
        done.push(...taken.lines);
        index = taken.next;
      } else if (/^[ \t]*:{3,}[ \t]*$/.test(line)) {
        // The end of a division of pandoc's; without one, of a directive that was closed already.
        done.push(divisions > 0 ? line : '');
        divisions = Math.max(divisions - 1, 0);
        index++;
      } else {
        if (/^[ \t]*:{3,}[ \t]*[{\w]/.test(line)) divisions++;
        const end = this.#textEnd(lines, index);
        done.push(...this.inline(lines.slice(index, end).join('\n')).split('\n'));
        index = end;
      }
    }
    return done;
  }

  /** Converts running text. */
  inline(text: string): string {
    return convertRoles(text, {
      abbreviated: this.abbreviated,
      unknown: (name) => this.#note('myst-role-unknown', name, `{${name}}`),
      leftOut: (name) => this.#note('myst-left-out', name, name),
    });
  }

  leftOut(name: string, find: string): void {
    this.#note('myst-left-out', name, find);
  }

  unknownDirective(name: string, find: string): void {
    this.#note('myst-directive-unknown', name, find);
  }

  #note(id: 'myst-role-unknown' | 'myst-left-out' | 'myst-directive-unknown', name: string, find: string): void {
    this.notices.push(notice(id, { name }, find));
  }

  /** What MyST has at line `index` that is more than text, and where it ends. */
  #block(lines: string[], index: number): { lines: string[]; next: number } | undefined {
    const line = lines[index]!;
    if (/^[ \t]*<!--/.test(line)) {
      const end = lines.findIndex((other, at) => at >= index && other.includes('-->'));
      const next = end < 0 ? lines.length : end + 1;
      return { lines: lines.slice(index, next), next };
    }
    const directive = this.#depth < deepest ? readDirective(lines, index) : undefined;
    if (directive) {
      this.#depth++;
      const made = renderDirective(directive, this);
      this.#depth--;
      const room = directive.end - index + 1;
      const padding = Array<string>(Math.max(room - made.length, 0)).fill('');
      const indented = made.map((text) => (text ? directive.indent + text : text));
      return { lines: [...padding, ...indented], next: directive.end + 1 };
    }
    const fence = fenceOpening.exec(line);
    if (fence) {
      const next = endOfFence(lines, index, fence[2]!) + 1;
      return { lines: lines.slice(index, next), next };
    }
    const anchor = target.exec(line);
    if (anchor) return { lines: [`${anchor[1]}<p>${anchorFor(anchor[2]!)}</p>`], next: index + 1 };
    if (comment.test(line) || blockBreak.test(line)) return { lines: [''], next: index + 1 };
    return mathOpening.test(line) ? mathBlock(lines, index) : undefined;
  }

  #textEnd(lines: string[], start: number): number {
    let end = start + 1;
    while (end < lines.length && lines[start]!.trim() !== '' && !endsText(lines[end]!)) end++;
    return end;
  }
}

function endsText(line: string): boolean {
  return (
    line.trim() === '' ||
    opensDirective(line) ||
    fenceOpening.test(line) ||
    target.test(line) ||
    comment.test(line) ||
    blockBreak.test(line) ||
    mathOpening.test(line) ||
    /^[ \t]*(?::{3,}|<!--)/.test(line)
  );
}

/** `$$ … $$ (label)`, on one line or many; pandoc takes no empty line in it. */
function mathBlock(lines: string[], start: number): { lines: string[]; next: number } | undefined {
  for (let end = start; end < Math.min(start + 400, lines.length); end++) {
    const line = lines[end]!;
    const inner = end === start ? line.slice(line.indexOf('$$') + 2) : line;
    const close = inner.indexOf('$$');
    if (close < 0) continue;
    const match = mathClosing.exec(line);
    if (!match || inner.indexOf('$$', close + 2) >= 0) return undefined;
    const written = [...lines.slice(start, end), match[2] ? `${match[1]} {#${match[2]}}` : line];
    return { lines: withoutEmptyLines(written), next: end + 1 };
  }
  return undefined;
}
