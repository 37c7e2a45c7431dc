/** Stands for each UTF-16 unit that is no prose: code, mathematics, a citation, an address. */
export const opaque = '\uFFFC';

/**
 * Where an address ends: at white space and at Chinese marks, Han, kana or Hangul, since Chinese, Japanese and Korean go on behind an address without
 * a space. Such letters are part of few addresses as they are written in a text.
 */
const notInAddress = String.raw`\s<>\uFF0C\u3002\uFF1B\uFF1A\uFF01\uFF1F\uFF08\uFF09“”‘’\u3000-\u30ff\p{Script=Han}\p{Script=Hangul}`;

/**
 * What authors write into running text that is no prose, in the dialects that Galley reads: pandoc's citations, references, attributes and raw TeX,
 * MyST's roles, directive fences, addresses and DOIs.
 */
const notProse = new RegExp(
  [
    String.raw`\[[^\[\]\n]{0,200}?@[\p{L}\p{N}_{][^\[\]\n]{0,400}\]`,
    String.raw`(?<![\p{L}\p{N}.])-?@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]`,
    String.raw`\{[#.=][^{}\n]{1,200}\}`,
    String.raw`\{[a-z][a-z:+-]{1,30}\}(?=\uFFFC)`,
    String.raw`\\[A-Za-z]{2,30}\*?(?:\[[^\[\]\n]{0,80}\])?(?:\{[^{}\n]{0,200}\})*`,
    String.raw`(?<=^|\n) {0,3}:{3,}[^\n]*`,
    String.raw`\b(?:https?|ftp|mailto|doi):[^${notInAddress}]+[^${notInAddress}.,;:!?)]`,
    String.raw`\bwww\.[\w.-]+[\w/]`,
    String.raw`\b10\.\d{4,9}/[^${notInAddress}]+[^${notInAddress}.,;:!?)]`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}`,
  ].join('|'),
  'gu',
);

/** The same text with everything that is no prose made `opaque`, unit for unit, so that positions stay. Line ends are kept. */
export function maskNonProse(text: string): string {
  if (!/[@{\\:/]|www\./.test(text)) return text;
  return text.replace(notProse, (found) => found.replace(/[^\n]/g, opaque));
}
