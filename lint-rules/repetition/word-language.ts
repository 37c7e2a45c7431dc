/** Frequent short words by language, none of which is frequent in another of these. */
const frequent: Record<string, string> = {
  en: 'the of and to is that with for this from are by be was which',
  de: 'der die und das nicht ist den von mit ein eine dem zu auf sich des für auch',
  fr: 'les des et est une dans que qui pour du au aux sur avec vous nous ce cette',
  es: 'el los las una que por con para del se como más su',
  it: 'il che di una per con della sono nel gli dei anche',
  pt: 'os um uma que com para do da não dos as ao',
  nl: 'het een van dat niet met voor zijn ook aan deze wordt',
  sv: 'och att är det som för inte med ett till av',
  da: 'og at er det som ikke til af med den på',
  pl: 'nie się jest na że do oraz przez dla',
  cs: 'je se na že pro není jsou jako nebo',
  hu: 'az és hogy nem egy van ez',
  ca: 'els les amb per que dels és una i',
};
const languages = new Map<string, string[]>();
for (const [language, words] of Object.entries(frequent))
  for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);

/** The language that a short text is likely in, by its most frequent words; `undefined` when it does not say. */
export function languageOfWords(text: string): string | undefined {
  if (/\p{Script=Cyrillic}/u.test(text)) return /[іїєґ]/.test(text) ? 'uk' : 'ru';
  const votes = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu))
    for (const language of languages.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}
