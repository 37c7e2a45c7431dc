/** The final consonant of a syllable of Hangul, as Unicode counts them: 0 none, 8 ㄹ. */
const finalOf = (syllable: string): number => (syllable.codePointAt(0)! - 0xac00) % 28;

/** Nouns with the particles that they take by their last sound: bare, 은/는, 이/가, 을/를, 과/와, 으로/로, 이었다/였다, 이다/다. */
export const nouns = (list: readonly string[]): string[] =>
  list.map((noun) => {
    const final = finalOf(noun.at(-1)!);
    const forms = final
      ? ['은', '이', '을', '과', final === 8 ? '로' : '으로', '이었다', '이다']
      : ['는', '가', '를', '와', '로', '였다', '다'];
    return [noun, ...forms.map((form) => noun + form)].join('|');
  });

/** Verbs by their stem, with the endings of -기, -는, -ㄹ/을, -려고/으려고. */
export const verbs = (stems: readonly string[]): string[] =>
  stems.map((stem) => {
    const closed = finalOf(stem.at(-1)!) > 0;
    const future = closed
      ? `${stem}을`
      : stem.slice(0, -1) + String.fromCodePoint(stem.codePointAt(stem.length - 1)! + 8);
    return [`${stem}기`, `${stem}는`, future, `${stem}${closed ? '으려고' : '려고'}`].join('|');
  });
