const pairs: readonly [string, string][] = [
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['[', ']'],
  ['“', '”'],
];
/** Units on either side of the break that are looked at. */
export const near = 300;

/** Whether a bracket or quotation that the first piece leaves open is closed in the second one before another opens. */
export function isCarriedOver(l: string, r: string): boolean {
  const before = l.slice(-near);
  const after = r.slice(0, near);
  return pairs.some(([open, close]) => {
    if (before.lastIndexOf(open) <= before.lastIndexOf(close)) return false;
    const closes = after.indexOf(close);
    const opens = after.indexOf(open);
    return closes >= 0 && (opens < 0 || closes < opens);
  });
}
