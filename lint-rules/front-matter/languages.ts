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
  let [han, kana, hangul, all] = [0, 0, 0, 0];
  for (const character of text.slice(0, sample)) {
    const unit = character.charCodeAt(0);
    // Nearly all are told by their number, which is much sooner told than what Unicode says of them.
    if (unit < 0x80) {
      if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)) all++;
      continue;
    }
    if (isPunctuation(unit)) continue;
    const ideograph = unit >= 0x4e00 && unit <= 0x9fff;
    if (ideograph || /\p{Script=Han}/u.test(character)) han++;
    else if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) kana++;
    else if (/\p{Script=Hangul}/u.test(character)) hangul++;
    if (ideograph || /\p{L}/u.test(character)) all++;
  }
  // A Han character says about as much as two Latin letters.
  const other = all - han - kana - hangul;
  if ((han + kana + hangul) * 2 <= other || han + kana + hangul === 0) return 'en';
  if (hangul > han + kana) return 'ko';
  return kana > han / 10 ? 'ja' : 'zh-CN';
}

/** The marks of Chinese and Japanese, and the general ones from “ to …. */
const isPunctuation = (unit: number): boolean =>
  (unit >= 0x3000 && unit <= 0x3002) ||
  (unit >= 0x3008 && unit <= 0x3011) ||
  (unit >= 0x2010 && unit <= 0x2026) ||
  (unit >= 0xff01 && unit <= 0xff0f) ||
  (unit >= 0xff1a && unit <= 0xff1f);

/** Whether two languages are written in the same kind of script, so that one may stand in for the other. */
export function sameScript(one: string, other: string): boolean {
  const script = (tag: string) => (/^(zh|yue|wuu|ja|ko)\b/i.test(tag) ? tag.slice(0, 2).toLowerCase() : 'other');
  return script(one) === script(other);
}
