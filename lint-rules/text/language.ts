import { languageNamed, languageOf, languageTag } from '../front-matter/languages.js';

/** Languages that the rules' messages are written in. */
export type Locale = 'en' | 'zh';

/** BCP 47 tag of a manuscript: what its header says, else what its script suggests. `header` is the YAML between the dashes. */
export function manuscriptLanguage(header: string, body: string): string {
  const written = header.match(/^lang(?:uage)?[ \t]*:[ \t]*["']?([\w-]+)/m)?.[1];
  const stated = written && (languageNamed(written) ?? languageTag(written));
  return stated || languageOf(body);
}

/** BCP 47 tag of a manuscript's language, by its text as it stands in the file. */
export function languageIn(source: string): string {
  const header = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(source);
  return manuscriptLanguage(header?.[1] ?? '', source.slice(header?.[0].length ?? 0));
}

/** The language to speak about a manuscript in `lang`: Chinese about a Chinese one, else English. */
export function localeFor(lang: string): Locale {
  return /^(?:zh|yue|wuu|cmn|lzh)\b/i.test(lang) ? 'zh' : 'en';
}
