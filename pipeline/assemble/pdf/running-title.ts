import type { Inline } from '../reader/ast.js';
import { stringify, transformInlines } from '../reader/walk.js';

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u2014\u2018\u2019\u201c\u201d\u2026]|[\u{20000}-\u{3ffff}]/u;

/** Rough width of `text` in ems: a Han character is one, any other half. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.5), 0);
}

/** `text` cut to `ems` at the end of a word, with an ellipsis, where it is wider. */
export function shorten(text: string, ems: number): string {
  if (width(text) <= ems) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    if (width(kept + segment) > ems - 1) break;
    kept += segment;
  }
  const words = kept.replace(/\s+\S*$/, '');
  return `${(width(words) > ems / 2 ? words : kept).replace(/[\s\p{P}]+$/u, '')}…`;
}

/** A title as the contents list and a running head print it: no footnotes, no links, no places to point to, one line. */
export function plainTitle(title: Inline[]): Inline[] {
  return transformInlines(title, {
    inlines: (list) =>
      list.flatMap((inline): Inline[] => {
        if (inline.t === 'Note' || inline.t === 'Image') return [];
        if (inline.t === 'LineBreak') return [{ t: 'Space' }];
        return inline.t === 'Span' || inline.t === 'Link' ? inline.c[1] : [inline];
      }),
  });
}

/** `title` for a running head of `ems` at most. */
export function runningTitle(title: Inline[], ems: number): Inline[] {
  const plain = plainTitle(title);
  const text = stringify(plain);
  return width(text) <= ems ? plain : [{ t: 'Str', c: shorten(text, ems) }];
}
