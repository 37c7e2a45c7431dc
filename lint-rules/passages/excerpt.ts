import { isMostlyCjk } from '../text/scripts.js';

const kept = { wide: 12, spaced: 28 };

/** A passage in short, for a message: how it begins and ends. */
export function excerpt(source: string): string {
  const text = source
    .replace(/[*_`#>|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(text.length > 400 ? `${text.slice(0, 200)}${text.slice(-200)}` : text);
  const ends = isMostlyCjk(text) ? kept.wide : kept.spaced;
  if (characters.length <= ends * 2 + 4) return text;
  return `${characters.slice(0, ends).join('').trimEnd()}…${characters.slice(-ends).join('').trimStart()}`;
}
