import { bytesIn, decoded, type Encoding } from './encodings.js';
import { eastAsian, isReadable, plausible } from './latin.js';
import type { Misreading } from './misreadings.js';

/** The bytes of `encoding` that a run was made of, as UTF-8. */
export function asUtf8(encoding: Encoding, run: string): Misreading | undefined {
  const bytes = bytesIn(encoding, run);
  const expected = bytes && decoded('utf-8', bytes);
  return expected && plausible.test(expected) ? { kind: 'misread', expected } : undefined;
}

/** Units of a run that natural text before the damage may take. */
const longestLead = 40;

/**
 * The part of a run of which the bytes, in `encoding`, are UTF-8: from the first place where that gives a text of at least two characters, as far as
 * it goes.
 */
export function within(encoding: Encoding, run: string, starts?: (unit: string) => boolean): Misreading | undefined {
  for (let from = 0; from < Math.min(run.length - 2, longestLead); from++) {
    if (starts && !starts(run[from]!)) continue;
    const rest = run.slice(from, from + 240);
    const bytes: number[] = [];
    const ends: number[] = [];
    for (const character of rest) {
      const own = bytesIn(encoding, character);
      if (!own) break;
      bytes.push(...own);
      ends.push(bytes.length);
    }
    // The first bytes of a character may have been lost.
    const cut = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
    if (cut > 1) continue;
    const valid = cut + utf8Prefix(bytes.slice(cut), encoding === 'windows-1251' ? 2 : 3);
    if (valid - cut < 6) continue;
    const expected = decoded('utf-8', Uint8Array.from(bytes.slice(cut, valid)));
    if (!expected || [...expected].length < 2 || !plausible.test(expected)) continue;
    if (encoding !== 'windows-1251' && !(eastAsian.test(expected) && isReadable(expected))) continue;
    // A character of which only the first bytes are left belongs to the damage.
    const whole = ends.findIndex((end) => end >= valid);
    const place = { from, to: from + whole + 1 };
    return cut > 0 ? { kind: 'garbled', ...place } : { kind: 'misread', expected, ...place };
  }
  return undefined;
}

/** How many bytes from the first on are whole characters of UTF-8 that have at least so many bytes; those of Chinese and Japanese have three. */
export function utf8Prefix(bytes: readonly number[], least: 2 | 3): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const length =
      lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    if (length < least || at + length > bytes.length) return at;
    for (let next = 1; next < length; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return at;
    at += length;
  }
  return at;
}
