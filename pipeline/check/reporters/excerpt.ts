import { printable } from '../../terminal-text.js';
import { textWidth } from '../../text-width.js';
import type { Range } from '../finding.js';

export interface Excerpt {
  /** The line, or the stretch of it around the place. */
  line: string;
  /** Columns of a terminal before the marker, and under it; at least one. */
  indent: number;
  width: number;
}

/**
 * The stretch of a line around a place that fits into `columns` columns of a terminal, and where the marker goes under it, counting Han characters
 * as two. A range over several lines is marked to the end of its first one. Nothing in it reaches the terminal as a command.
 */
export function excerpt(lines: readonly string[], range: Range, columns: number): Excerpt {
  const line = lines[range.line - 1] ?? '';
  const from = range.column - 1;
  const to = range.endLine === range.line ? Math.max(range.endColumn - 1, from) : line.length;
  // What stands far from the place is never shown, and a line may have a million characters.
  const reach = columns * 2;
  const start = wholeCharacter(line, Math.max(0, from - reach));
  const before = characters(line.slice(start, from)).reverse();
  const marked = characters(line.slice(from, Math.min(to, from + reach)));
  const after = characters(line.slice(to, to + reach));

  const room = columns - 2;
  const middle = fitting(marked, room);
  const rest = room - widthOf(middle);
  const lead = fitting(before, Math.max(Math.floor(rest / 2), rest - widthOf(after)));
  const tail = fitting(after, rest - widthOf(lead));
  const leadText = `${lead.length < before.length || start > 0 ? '…' : ''}${lead.reverse().join('')}`;
  const isCut = tail.length < after.length || middle.length < marked.length || to + reach < line.length;
  return {
    line: `${leadText}${middle.join('')}${tail.join('')}${isCut ? '…' : ''}`,
    indent: textWidth(leadText),
    width: Math.max(1, widthOf(middle)),
  };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Letters that no other joins into one character: what most lines are made of. */
const plain = /^[ -~\u3000-\u3029\u3030-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff5e‘’“”…—]*$/;

/** The characters of a line as a terminal shows them. */
function characters(text: string): string[] {
  if (plain.test(text)) return [...text];
  return [...segmenter.segment(text)].map(({ segment }) => printable(segment.replaceAll('\t', ' ')));
}

const widthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + textWidth(part), 0);

/** As many of the parts, from the first on, as fit into `width` columns. */
function fitting(parts: readonly string[], width: number): string[] {
  let used = 0;
  const end = parts.findIndex((part) => {
    used += textWidth(part);
    return used > width;
  });
  return parts.slice(0, end < 0 ? parts.length : end);
}

/** An index that does not cut a character of two units. */
function wholeCharacter(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index - 1 : index;
}
