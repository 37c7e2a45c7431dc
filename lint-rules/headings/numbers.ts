const forms: readonly (readonly [pattern: RegExp, rank: (number: string) => number])[] = [
  [/^第 ?[〇零一二三四五六七八九十百\d]{1,4} ?[编編部篇卷][\s\u3000：:、]{0,3}/u, () => 1],
  [/^第 ?[〇零一二三四五六七八九十百\d]{1,4} ?[章讲講课課][\s\u3000：:、]{0,3}/u, () => 1],
  [/^第 ?[〇零一二三四五六七八九十百\d]{1,4} ?[节節][\s\u3000：:、]{0,3}/u, () => 2],
  [/^[一二三四五六七八九十]{1,3}[、.．][\s\u3000]{0,3}/u, () => 1],
  [/^[一二三四五六七八九十]{1,3}[ \u3000]{1,2}(?=[\p{Lo}「『])/u, () => 1],
  [/^[（(][一二三四五六七八九十]{1,3}[)）][\s\u3000]{0,3}/u, () => 2],
  [
    /^\d{1,2}(?:[.．]\d{1,2}){1,4}[.．]?[\s\u3000]{1,3}(?=\p{L})/u,
    (number) => (number.match(/[.．]\d/g)?.length ?? 0) + 1,
  ],
  [
    /^\d{1,2}(?:[.．]\d{1,2}){1,4}[.．](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u,
    (number) => number.match(/\d[.．]/g)!.length,
  ],
  [/^\d{1,2}[.．]?[\s\u3000]{1,3}(?=\p{Lu}|\p{Lo})/u, () => 1],
  [/^\d{1,2}[.．]\s{0,3}(?=[¿¡])/u, () => 1],
  [/^\d{1,2}[、.．](?=\p{Lo})/u, () => 2],
  [
    /^(?:chapter|part|section|appendix|kapitel|teil|abschnitt|anhang|chapitre|partie|annexe|capítulo|parte|capitolo|глава|часть|раздел)\s(?:\d{1,2}|[IVX]{1,6}|[A-Z])\b[.:]?\s{0,3}/iu,
    () => 1,
  ],
  [/^\d{1,2}[)）][ \u3000]{0,2}(?=[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u, () => 3],
  [/^[（(]\d{1,2}[)）] {0,2}(?=\p{Script=Hangul})/u, () => 3],
  [/^\d{1,2}단계: /u, () => 3],
  [/^제 ?\d{1,3} ?[장절편부]\s{1,3}/u, () => 1],
  [/^[가-하]\.\s{1,3}(?=\p{Script=Hangul})/u, () => 2],
  [/^[IVX]{1,6}\.\s{1,3}(?=\p{Lu})/u, () => 1],
  [/^(?:附录|附錄|付録)[\s\u3000]?[A-Z\d一二三四五六七八九十]{0,2}[\s\u3000：:、]{0,3}/u, () => 1],
];

/** What all of these begin with: most paragraphs do not. */
const opening = /^[第一二三四五六七八九十\d(（제가-하IVX附付cpsaktгчр]/iu;

/** The number that a heading carries, as in "一、", "2.3 ", "Chapter 3": how deep it is, from 1, and what follows. */
export function headingNumber(text: string): { rank: number; rest: string } | undefined {
  if (!opening.test(text)) return undefined;
  for (const [pattern, rank] of forms) {
    const number = pattern.exec(text)?.[0];
    if (number !== undefined) return { rank: rank(number), rest: text.slice(number.length) || text };
  }
  return undefined;
}
