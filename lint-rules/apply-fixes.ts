import type { Fix } from './rule.js';

export interface Applied<F extends Fix> {
  text: string;
  applied: F[];
  /** Fixes that overlap or touch one that was applied: to be looked at again in a second run. */
  refused: F[];
}

/**
 * Applies edits by their offsets in `source`, the earlier first; of two that overlap, or that insert at the same place, only the first. Everything
 * that no edit names stays byte for byte.
 */
export function applyFixes<F extends Fix>(source: string, fixes: readonly F[]): Applied<F> {
  const ordered = [...fixes].sort((a, b) => a.start - b.start || a.end - b.end);
  const applied: F[] = [];
  const refused: F[] = [];
  let text = '';
  let position = 0;
  for (const fix of ordered) {
    const previous = applied.at(-1);
    const inBounds = fix.start >= 0 && fix.end >= fix.start && fix.end <= source.length;
    if (!inBounds || (previous && (fix.start < previous.end || fix.start === previous.start))) {
      refused.push(fix);
      continue;
    }
    text += source.slice(position, fix.start) + fix.text;
    position = fix.end;
    applied.push(fix);
  }
  return { text: text + source.slice(position), applied, refused };
}
