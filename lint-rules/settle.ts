import { partitionPoint } from './text/partition-point.js';
/** A finding as far as it matters for telling events apart: source offsets, end exclusive. */
export interface Settleable {
  ruleId: string;
  start: number;
  end: number;
  /** Which of the rule's messages it is. */
  kind?: string;
}

/** A paragraph, heading or cell: source offsets. */
export interface Extent {
  start: number;
  end: number;
}

/**
 * How far a finding reaches when it absorbs others: its own range; that and what is near it; the whole of every paragraph that it touches; only what
 * lies `within` its range;
 * or only what sticks `out` of it, on one side or both.
 */
type Reach = 'range' | 'near' | 'paragraphs' | 'within' | 'out';

/** Units before and behind a finding that are near it. */
const near = 40;

/**
 * Which rule's finding stands for the whole event, and the findings of which rules are then the same event seen from another side. An absorbing
 * finding must reach over the other's place.
 */
const absorbs: Record<string, Partial<Record<Reach, readonly string[]>>> = {
  'no-duplicate-passage': {
    range: [
      'no-broken-enumeration',
      'no-similar-passage',
      'no-phrase-variant',
      'no-repeated-words',
      'no-split-paragraph',
    ],
    paragraphs: [
      'no-truncated-ending',
      'no-unterminated-paragraph',
      'no-uneven-run-in-headings',
      'no-duplicate-headings',
    ],
  },
  'no-similar-passage': { range: ['no-phrase-variant', 'no-broken-enumeration'] },
  'no-split-paragraph': {
    // A line of the printed page stands between the halves of a broken sentence, and is never one of them.
    within: ['no-page-furniture'],
    range: ['no-repeated-words', 'no-invisible-characters', 'no-consecutive-blank-lines', 'no-merged-overlap'],
    paragraphs: [
      'no-unmarked-heading',
      'no-truncated-ending',
      'no-unterminated-paragraph',
      'no-uneven-run-in-headings',
    ],
  },
  'no-page-furniture': {
    out: ['no-split-paragraph'],
    range: [
      'no-unmarked-heading',
      'no-unterminated-paragraph',
      'no-truncated-ending',
      'no-broken-enumeration',
      'no-duplicate-passage',
      'no-consecutive-blank-lines',
      'no-mixed-width-punctuation',
    ],
  },
  'no-truncated-ending': { range: ['no-unmarked-heading'], paragraphs: ['no-unterminated-paragraph'] },
  'no-unmarked-heading': { range: ['no-unterminated-paragraph', 'no-broken-enumeration'] },
  'no-mojibake': {
    range: [
      'no-compat-codepoints',
      'no-invisible-characters',
      'no-mixed-width-punctuation',
      'no-repeated-words',
      'no-split-paragraph',
      'consistent-terms',
    ],
    // What stands beside it may have been misread past recognition.
    near: ['no-compat-codepoints', 'no-invisible-characters'],
    // A quotation mark may be among what was misread.
    paragraphs: ['no-unbalanced-pairs'],
  },
  'no-invisible-characters': {
    range: ['no-mixed-width-punctuation', 'no-consecutive-blank-lines', 'consistent-terms'],
  },
  'no-compat-codepoints': { range: ['no-mixed-width-punctuation', 'consistent-terms'] },
  'no-unbalanced-pairs': { range: ['no-mixed-width-punctuation'] },
  'no-missing-resource': { range: ['no-undefined-references', 'no-empty-url'] },
  'no-repeated-words': { range: ['consistent-terms', 'no-phrase-variant', 'no-merged-overlap'] },
  'consistent-terms': { range: ['no-phrase-variant', 'no-merged-overlap'] },
  'no-merged-overlap': { range: ['no-phrase-variant'] },
};

/**
 * One event is one finding: takes out the findings that another one explains. A quotation mark left open in one half of a split paragraph and
 * closed in the other is explained by the split. Order is kept. `extents` are the manuscript's blocks in order, which may be empty.
 */
export function settleFindings<F extends Settleable>(findings: readonly F[], extents: readonly Extent[]): F[] {
  const byRule = new Map<string, RuleFindings<F>>();
  for (const finding of findings) {
    const known = byRule.get(finding.ruleId);
    if (known) known.add(finding);
    else byRule.set(finding.ruleId, new RuleFindings(finding));
  }
  const gone = new Set<F>();
  for (const finding of findings) {
    const relations = absorbs[finding.ruleId];
    if (!relations) continue;
    const whole = widened(finding, extents);
    const around = { start: Math.max(whole.start, finding.start - near), end: Math.min(whole.end, finding.end + near) };
    for (const [reach, ids] of Object.entries(relations) as [Reach, readonly string[]][]) {
      for (const id of ids) {
        for (const other of byRule
          .get(id)
          ?.over(reach === 'paragraphs' ? whole : reach === 'near' ? around : finding) ?? []) {
          if (!isOutOfReach(other, finding, reach)) gone.add(other);
        }
      }
    }
    if (finding.ruleId === 'no-split-paragraph') {
      const pairs = byRule.get('no-unbalanced-pairs')?.over(whole) ?? [];
      for (const half of halvesOfPair(pairs, finding)) gone.add(half);
    }
    if (finding.ruleId === 'no-truncated-ending') {
      for (const pair of byRule.get('no-unbalanced-pairs')?.over(whole) ?? [])
        if (pair.kind === 'unclosed') gone.add(pair);
    }
    if (finding.ruleId === 'no-mojibake') {
      for (const letter of byRule.get('no-compat-codepoints')?.over(whole) ?? [])
        if (letter.kind === 'latin' || letter.kind === 'cyrillic') gone.add(letter);
    }
    // A mark that was turned round ends a paragraph in what looks like an opening one.
    if (finding.ruleId === 'no-unbalanced-pairs' && (finding.kind === 'reversed' || finding.kind === 'turned')) {
      for (const split of byRule.get('no-split-paragraph')?.over(finding) ?? []) gone.add(split);
    }
  }
  return findings.filter((finding) => !gone.has(finding));
}

function isOutOfReach(other: Extent, { start, end }: Extent, reach: Reach): boolean {
  if (reach === 'within') return other.start < start || other.end > end;
  // What reaches over it on both sides goes on behind it.
  return reach === 'out' && other.start < start && other.end > end;
}

/** The findings of one rule, by place. */
class RuleFindings<F extends Settleable> {
  readonly #findings: F[];
  #sorted = false;
  #longest = 0;

  constructor(first: F) {
    this.#findings = [first];
    this.#longest = first.end - first.start;
  }

  add(finding: F): void {
    this.#findings.push(finding);
    this.#longest = Math.max(this.#longest, finding.end - finding.start);
  }

  /** Those that overlap a stretch, in order; empty ones also when they touch it. */
  over({ start, end }: Extent): F[] {
    const all = this.#findings;
    if (!this.#sorted) all.sort((a, b) => a.start - b.start);
    this.#sorted = true;
    const found: F[] = [];
    for (let index = firstFrom(all, start - this.#longest); index < all.length && all[index]!.start <= end; index++) {
      const one = all[index]!;
      const touches = one.start === one.end || start === end;
      if (touches ? one.end >= start : one.end > start && one.start < end) found.push(one);
    }
    return found;
  }
}

/** Index of the first finding that starts at `offset` or later. */
const firstFrom = (ordered: readonly Settleable[], offset: number): number =>
  partitionPoint(ordered.length, (index) => ordered[index]!.start < offset);

/** From the start of the paragraph that a finding starts in to the end of the one that it ends in. */
function widened({ start, end }: Settleable, extents: readonly Extent[]): Extent {
  const first = extentAt(extents, start);
  const last = extentAt(extents, Math.max(start, end - 1));
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) };
}

function extentAt(extents: readonly Extent[], offset: number): Extent | undefined {
  const extent = extents[partitionPoint(extents.length, (index) => extents[index]!.start <= offset) - 1];
  return extent && offset <= extent.end ? extent : undefined;
}

/** Of unbalanced pairs around a split: those left open before it and those closed after it, one for one. */
function halvesOfPair<F extends Settleable>(pairs: F[], split: F): F[] {
  const open = pairs.filter(({ end }) => end <= split.end).reverse();
  const closed = pairs.filter(({ start }) => start >= split.start && !open.some((one) => one.start === start));
  const count = Math.min(open.length, closed.length);
  return [...open.slice(0, count), ...closed.slice(0, count)];
}
