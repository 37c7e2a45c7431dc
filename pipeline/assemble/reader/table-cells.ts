/** Block elements of HTML at which pandoc ends a cell of a pipe table, and with it the cell's text. */
const blockTag =
  /<(\/?)(address|article|aside|blockquote|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/][^<>|]{0,500})?>/gi;

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether line `index` is the row of dashes under a table's head. */
export function isDelimiterRow(lines: string[], index: number): boolean {
  const line = lines[index]!;
  return (
    line.includes('|') && line.includes('-') && delimiterRow.test(line) && (lines[index - 1]?.includes('|') ?? false)
  );
}

/**
 * A row of a pipe table with the block elements in its cells as line breaks: lists get their marks as text. GitHub shows lists and
 * paragraphs in a cell; pandoc reads only running text there and would drop the rest of the row.
 */
export function withInlineCells(row: string): string {
  if (!row.includes('<')) return row;
  /** For each open list the number of its last item, or undefined where items have bullets. */
  const lists: (number | undefined)[] = [];
  let from = 0;
  return row.replace(blockTag, (_, closing: string, written: string, offset: number) => {
    const name = written.toLowerCase();
    const cell = row.lastIndexOf('|', offset);
    if (cell >= from) lists.length = 0;
    from = offset;
    if (name === 'ul' || name === 'ol' || name === 'menu') {
      if (closing) lists.pop();
      else lists.push(name === 'ol' ? 0 : undefined);
      return '';
    }
    if (closing) return '';
    const last = lists.at(-1);
    if (last !== undefined) lists[lists.length - 1] = last + 1;
    const mark = name === 'li' ? (last === undefined ? '• ' : `${last + 1}. `) : '';
    const before = row.slice(cell + 1, offset).replace(/<[^<>]*>/g, '');
    return `${before.trim() === '' ? '' : '<br>'}${mark}`;
  });
}
