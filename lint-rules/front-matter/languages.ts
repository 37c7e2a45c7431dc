/** Names that stand for a language in headers made for LaTeX's babel, and in habit. */
const names: Record<string, string> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  chinese: 'zh-CN',
  german: 'de',
  ngerman: 'de',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  japanese: 'ja',
  korean: 'ko',
  russian: 'ru',
  cn: 'zh-CN',
  jp: 'ja',
};

/** Made when a language is first named: it takes longer than most manuscripts. */
let known: Intl.DisplayNames | undefined;

/** A language tag in canonical BCP 47 form; `undefined` when it is none or names no language. */
export function languageTag(written: string): string | undefined {
  const text = written
    .trim()
    .replaceAll('_', '-')
    .replace(/\.utf-?8$/i, '');
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    known ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return tag && known.of(tag.split('-')[0]!) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** The tag that a name such as `english` or `cn` stands for. */
export function languageNamed(written: string): string | undefined {
  return names[written.trim().toLowerCase()];
}

/** Letters looked at to tell a text's language: enough for certainty, few enough for speed. */
const sample = 5000;

/** Language of a text by its script: Chinese, Japanese or Korean when most of its letters say so, else English. */
export function languageOf(text: string): string {
  const letters = text.slice(0, sample);
  const count = (pattern: RegExp) => letters.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  // A Han character says about as much as two Latin letters.
  const other = count(/\p{L}/gu) - han - kana - hangul;
  if ((han + kana + hangul) * 2 <= other || han + kana + hangul === 0) return 'en';
  if (hangul > han + kana) return 'ko';
  return kana > han / 10 ? 'ja' : 'zh-CN';
}

/** Whether two languages are written in the same kind of script, so that one may stand in for the other. */
export function sameScript(one: string, other: string): boolean {
  const script = (tag: string) => (/^(zh|yue|wuu|ja|ko)\b/i.test(tag) ? tag.slice(0, 2).toLowerCase() : 'other');
  return script(one) === script(other);
}
