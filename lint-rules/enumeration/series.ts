/** Signs and letters that number points, in order; each string is a form of its own. */
const range = (first: string, count: number): string =>
  String.fromCharCode(...Array.from({ length: count }, (_, index) => first.charCodeAt(0) + index));

/** Signs that are a whole marker: ①, ⑴, ㈠, ㉮. */
export const signSeries: readonly string[] = [
  range('①', 20),
  range('⑴', 20),
  range('❶', 10),
  range('ⓐ', 26),
  range('㈠', 10),
  range('㊀', 10),
  range('㉠', 14),
  range('㉮', 14),
  range('㈀', 14),
  range('㈎', 14),
];

/** Letters that number points with a bracket or a point behind them: ア, イ and 가, 나. */
export const letterSeries: readonly string[] = [
  'アイウエオカキクケコサシスセソ',
  '가나다라마바사아자차카타파하',
  'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ',
];

/** Which of the forms a character belongs to, and its number there. */
export function placeIn(series: readonly string[], character: string): { signs: string; number: number } | undefined {
  for (const signs of series) {
    const at = signs.indexOf(character);
    if (at >= 0) return { signs, number: at + 1 };
  }
  return undefined;
}
