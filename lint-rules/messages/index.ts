import type { OwnRuleId } from '../ids.js';
import type { Locale } from '../text/language.js';
import type { UpstreamRuleId } from '../upstream.js';
import * as en from './en/index.js';
import { upstreamSummaries as summariesEn, upstream as upstreamEn } from './en/upstream.js';
import type { Said } from './said.js';
import * as zh from './zh/index.js';
import { upstreamSummaries as summariesZh, upstream as upstreamZh } from './zh/upstream.js';

/** Every message by rule and kind; a language that lacks one does not compile. */
type Messages = typeof en.messages;
type Spoken = Extract<keyof Messages, OwnRuleId>;

/** The kinds of finding that a rule has. */
export type KindOf<Id extends OwnRuleId> = Id extends Spoken ? Extract<keyof Messages[Id], string> : never;
/** What the sentence for a kind needs. */
export type KindArguments<Id extends OwnRuleId, Kind extends KindOf<Id>> = Id extends Spoken
  ? Kind extends keyof Messages[Id]
    ? Messages[Id][Kind] extends (args: infer Args) => Said
      ? Args
      : never
    : never
  : never;

const catalogues: Record<Locale, Messages> = { en: en.messages, zh: zh.messages };

/** The words for a finding of rule `id` in `locale`. */
export function sayFinding(locale: Locale, id: OwnRuleId, kind: string, args: object): Said {
  const messages = catalogues[locale] as unknown as Record<string, Record<string, (args: object) => Said>>;
  return messages[id]![kind]!(args);
}

const upstream = { en: upstreamEn, zh: upstreamZh };

/** The words for a finding of a rule that remark-lint brings. */
export function sayUpstream(locale: Locale, id: UpstreamRuleId, args: { text: string }): Said {
  return upstream[locale][id](args);
}

const upstreamSummaries = { en: summariesEn, zh: summariesZh };

/** What a rule that remark-lint brings finds, in one line. */
export function summarizeUpstream(locale: Locale, id: UpstreamRuleId): string {
  return upstreamSummaries[locale][id];
}

const otherPlace: Record<Locale, (path: string | undefined) => string> = {
  en: (path) => (path ? `The other place is in ${path}` : 'The other place is here'),
  zh: (path) => (path ? `另一处在 ${path}` : '另一处在这里'),
};

/** The words for the other place of a finding that has two. */
export function sayOther(locale: Locale, path: string | undefined): string {
  return otherPlace[locale](path);
}
