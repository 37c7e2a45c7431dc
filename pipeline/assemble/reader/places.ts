import type { Place } from '../../volume/types.js';

/**
 * The place in a manuscript's source where `needle` first stands, at or after `fromLine` (1-based). Pandoc's Markdown reader
 * gives no positions, so what the passes object to is found again in the text; without a hit the file alone is named.
 */
export function placeOf(
  manuscript: { path: string; source: string; included?: { path: string; source: string }[] },
  needle: string,
  fromLine = 1,
): Place {
  const { path, source } = manuscript;
  if (needle === '') return { path };
  let start = 0;
  for (let line = 1; line < fromLine; line++) start = source.indexOf('\n', start) + 1 || start;
  const index = source.indexOf(needle, start);
  if (index >= 0) return { path, ...lineAndColumn(source, index) };
  const included = manuscript.included?.map((file) => placeOf(file, needle));
  return included?.find(({ line }) => line) ?? { path };
}

/** 1-based line and column (UTF-16 units) of an offset in a text. */
export function lineAndColumn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  const line = before.split('\n').length;
  return { line, column: index - before.lastIndexOf('\n') };
}
