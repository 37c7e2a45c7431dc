const numerals = '一二三四五六七八九十';
const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** One pattern a family; the first group is the number. */
const families = [
  /^([一二三四五六七八九十])是/,
  /^([一二三四五六七八九十])要/,
  /^([一二三四五六七八九十]{1,2})、/,
  /^[（(]([一二三四五六七八九十]{1,2})[）)]/,
  /^第([一二三四五六七八九十])[，,、]/,
  /^(\d{1,2})[.、．](?!\d)/,
  /^[（(](\d{1,2})[）)]/,
  /^([①-⑳])/,
  /^(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?\b/,
];

/** What one of them may begin with. */
const beginnings = /^[一二三四五六七八九十第（(\d①-⑳FSTEN]/;

/** The enumerator that opens a paragraph, as `family << 8 | number`, or 0. Families count from 1. */
export function enumeratorOf(text: string): number {
  const head = text.slice(0, 12).trimStart();
  if (!beginnings.test(head)) return 0;
  for (const [index, family] of families.entries()) {
    const number = family.exec(head)?.[1];
    if (number) return ((index + 1) << 8) | numberOf(number);
  }
  return 0;
}

function numberOf(number: string): number {
  const code = number.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (/^\d/.test(number)) return Number(number);
  const word = words.indexOf(number.toLowerCase());
  if (word >= 0) return word + 1;
  const [tens, ones] = number.length === 2 ? number : number === '十' ? ['十', undefined] : ['', number];
  const unit = ones ? numerals.indexOf(ones) + 1 : 0;
  return tens === '十' ? 10 + unit : unit;
}
