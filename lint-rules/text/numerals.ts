const chineseDigits = '零一二三四五六七八九';

/** Value of a Chinese number below a thousand: 十二, 一百零三, or digit by digit as in 一二; 0 where it is none. */
export function chineseValue(written: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of written) {
    const value = chineseDigits.indexOf(character === '〇' ? '零' : character);
    if (value >= 0) digit = digit * 10 + value;
    else {
      const unit = character === '十' ? 10 : character === '百' ? 100 : Number.NaN;
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit || 0;
}

/** A number from 1 to 99 in Chinese: 十二. */
export function writeChinese(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? chineseDigits[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? chineseDigits[ones] : '');
}

const romanLetters: readonly (readonly [string, number])[] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

const romanNumber = /^(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** Value of a Roman numeral below 400, all small or all capital letters; 0 where it is none. */
export function romanValue(written: string): number {
  if (!romanNumber.test(written)) return 0;
  if (written !== written.toLowerCase() && written !== written.toUpperCase()) return 0;
  let rest = written.toLowerCase();
  let sum = 0;
  for (const [letters, value] of romanLetters) {
    while (rest.startsWith(letters)) {
      sum += value;
      rest = rest.slice(letters.length);
    }
  }
  return sum;
}

/** A number below 400 in small Roman letters. */
export function writeRoman(value: number): string {
  let rest = value;
  let written = '';
  for (const [letters, worth] of romanLetters) {
    while (rest >= worth) {
      written += letters;
      rest -= worth;
    }
  }
  return written;
}
