const marks = /[“”„«»「」『』《》"]/g;
const closers: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '»': '«', '「': '」', '『': '』', '《': '》' };

/**
 * Where a paragraph quotes: positions in its text, start and end in turn, in order. A quotation that opens the paragraph and stays open goes on in
 * the next one, as GB/T 15834 and most house styles have it; any other that is not closed counts as none.
 */
export function quotedRanges(text: string): number[] {
  const ranges: number[] = [];
  let from = -1;
  let closedBy = '';
  // Not by matchAll, which makes an object of every mark.
  marks.lastIndex = 0;
  while (marks.test(text)) {
    const index = marks.lastIndex - 1;
    const sign = text[index]!;
    if (from < 0) {
      closedBy = sign === '"' ? '"' : (closers[sign] ?? '');
      if (closedBy) from = index;
    } else if (closedBy.includes(sign)) {
      ranges.push(from, index);
      from = -1;
    }
  }
  if (from === 0) ranges.push(0, text.length);
  return ranges;
}
