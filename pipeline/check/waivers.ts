import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from './finding.js';

/** A comment in a manuscript that waives findings, `<!-- lint ignore no-x -->`, `disable` or `enable`. Plain data; offsets in UTF-16 units. */
export interface Waiver extends Range {
  /** What it says; no other words than `ignore`, `disable` and `enable` do anything. */
  verb: string;
  /** The rules that it is about; all when there are none. */
  ids: string[];
  start: number;
  end: number;
  /** End of the node that follows among its siblings, which is what `ignore` is about. */
  tail?: number;
}

/** The waivers of a manuscript, in order. */
export function waiversIn(tree: Root, source: string): Waiver[] {
  if (!/<!--\s*lint\b/.test(source)) return [];
  const waivers: Waiver[] = [];
  visit(tree, 'html', (node: Html, index, parent) => {
    const start = node.position?.start.offset;
    const words = wordsOf(node.value);
    if (start === undefined || words[0] !== 'lint') return;
    const [verb = '', ...ids] = words.slice(1);
    const tail = index === undefined ? undefined : parent?.children[index + 1]?.position?.end.offset;
    const { start: from, end: to } = node.position!;
    const range = { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    waivers.push({ verb, ids, start, end: to.offset!, ...range, ...(tail !== undefined && { tail }) });
  });
  return waivers;
}

/**
 * The words of a comment; none when `html` is not one comment and nothing else. mdast-comment-marker, which remark-lint uses, reads the same, but a
 * row of backslashes after a quotation mark keeps it busy for ever.
 */
function wordsOf(html: string): string[] {
  const trimmed = html.trim();
  if (trimmed.length < 7 || !trimmed.startsWith('<!--') || !trimmed.endsWith('-->')) return [];
  return trimmed.slice(4, -3).split(/\s+/).filter(Boolean);
}

interface Waivable {
  ruleId: string;
  /** Offset in UTF-16 units. */
  start: number;
}

/** Decides which findings the waivers of a manuscript let through, and remembers which waivers were needed. */
export class Waiving {
  /** Marks in the order in which they were set. The last one at or before a place counts. */
  readonly #everything: Mark[] = [];
  readonly #byRule = new Map<string, Mark[]>();
  readonly #used = new Map<Waiver, Set<string>>();
  /** The `disable` without rules that no `enable` without rules follows. */
  #disabled: Waiver | undefined;

  constructor(readonly waivers: readonly Waiver[]) {
    for (const waiver of waivers) {
      const ids = waiver.ids.length > 0 ? waiver.ids : [undefined];
      for (const id of ids) this.#apply(waiver, id);
    }
  }

  /** Whether a finding is waived. */
  waives({ ruleId, start }: Waivable): boolean {
    const by =
      this.#waiverOf(this.#byRule.get(ruleId), start, this.#disabled) ?? this.#waiverOf(this.#everything, start);
    if (!by) return false;
    const used = this.#used.get(by) ?? new Set();
    this.#used.set(by, used.add(ruleId));
    return true;
  }

  /** Waivers that waived none of the findings asked about, with the rules of theirs that did not. */
  unused(): { waiver: Waiver; ids: string[] }[] {
    return this.waivers.flatMap((waiver) => {
      if (waiver.verb !== 'ignore' && waiver.verb !== 'disable') return [];
      const used = this.#used.get(waiver);
      if (waiver.ids.length === 0) return used ? [] : [{ waiver, ids: [] }];
      const ids = waiver.ids.filter((id) => !used?.has(id));
      return ids.length > 0 ? [{ waiver, ids }] : [];
    });
  }

  /*
   * From here on as in remark-lint's message control, so that comments mean the same to both:
   * https://github.com/remarkjs/remark-message-control
   */

  #apply(waiver: Waiver, id: string | undefined): void {
    switch (waiver.verb) {
      case 'ignore':
        if (waiver.tail === undefined) return;
        this.#toggle(waiver, waiver.start, false, id);
        this.#toggle(waiver, waiver.tail, true, id);
        return;
      case 'disable':
        this.#toggle(waiver, waiver.start, false, id);
        if (id === undefined) this.#disabled = waiver;
        return;
      case 'enable':
        this.#toggle(waiver, waiver.start, true, id);
        if (id === undefined) this.#disabled = undefined;
    }
  }

  #toggle(waiver: Waiver, at: number, on: boolean, id: string | undefined): void {
    let marks = this.#everything;
    if (id !== undefined) {
      marks = this.#byRule.get(id) ?? [];
      this.#byRule.set(id, marks);
    }
    const current = marks.at(-1)?.on ?? !this.#disabled;
    if (current !== on) marks.push({ waiver, at, on });
    if (id === undefined) for (const each of this.#byRule.keys()) this.#toggle(waiver, at, on, each);
  }

  #waiverOf(marks: readonly Mark[] | undefined, start: number, otherwise?: Waiver): Waiver | undefined {
    const mark = marks?.findLast(({ at }) => at <= start);
    if (!mark) return otherwise;
    return mark.on ? undefined : mark.waiver;
  }
}

interface Mark {
  waiver: Waiver;
  at: number;
  on: boolean;
}
