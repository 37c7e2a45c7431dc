import { z } from 'zod';
import type { Expected } from '../../lint-rules/front-matter/findings.js';
import type { OwnRuleId } from '../../lint-rules/ids.js';
import type { KindArguments, KindOf } from '../../lint-rules/messages/index.js';
import type { PassageArguments } from '../../lint-rules/passages/arguments.js';
import { type UpstreamRuleId, upstreamRules } from '../../lint-rules/upstream.js';
import type { WaiverKind } from '../check/conclude.js';
import { reportLimits } from '../check/feedback-report.js';
import type { unusedWaiver } from '../check/rules.js';
import type { MessageArguments } from '../messages/index.js';

/*
 * What the arguments of each sentence may be when they come from a report. It is typed after the catalogue of messages, so that a rule whose arguments
 * change does not compile until they are checked here, too.
 */

const text = z.string().max(reportLimits.text);
const texts = z.array(text).max(reportLimits.texts);
const count = z.int().min(0).max(10_000_000);
const line = z.int().min(1).max(1_000_000);
/** Code points, as in `U+200B U+200D`. */
const code = z
  .string()
  .regex(/^U\+[0-9A-F]{4,6}(?:[ ,、]+U\+[0-9A-F]{4,6})*…?$/)
  .max(reportLimits.text);
const found = z.enum(['text', 'list', 'map', 'nothing']);
/** What a value of a header should be. */
export const expectations = [
  'text',
  'texts',
  'people',
  'person',
  'name',
  'affiliations',
  'affiliation',
  'references',
  'flag',
  'number',
  'map',
  'list',
  'title',
  'license',
  'contents',
  'contents-entry',
  'publisher',
  'editors',
] as const satisfies readonly Expected[];
const nothing = z.strictObject({});
const of = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape);

const broken = of({ text, expected: text, between: text.optional() });
const quoted = of({ text });
const coded = of({ code });
const exchanged = of({ actual: text, expected: text });
const enumerated = of({ marker: text, expected: text, before: text });
const named = of({ name: text });
const sibling = of({ head: text, sibling: text });
const otherLetter = of({ actual: text, code, expected: text, word: text });
const valued = of({ value: text });
const passage: z.ZodType<PassageArguments> = of({
  quote: text,
  count,
  path: text.optional(),
  line,
  evidence: z
    .array(
      z.discriminatedUnion('kind', [
        of({ kind: z.literal('stray-enumerator'), marker: text }),
        of({ kind: z.literal('foreign-name'), name: text, inside: count, outside: count }),
        of({ kind: z.literal('starts-mid-sentence') }),
        of({ kind: z.literal('starts-as-fragment') }),
      ]),
    )
    .max(reportLimits.texts),
});

type Schemas = {
  [Id in OwnRuleId]: { [Kind in KindOf<Id>]: z.ZodType<KindArguments<Id, Kind>> };
};

const own: Schemas = {
  'no-split-paragraph': {
    word: broken,
    hyphen: broken,
    sentence: broken,
    doubled: broken,
    lost: broken,
    'line-hyphen': broken,
  },
  'no-unterminated-paragraph': { unterminated: quoted },
  'no-truncated-ending': { manuscript: quoted, section: quoted },
  'no-duplicate-passage': { same: passage, edited: passage, doubled: of({ quote: text }) },
  'no-similar-passage': { same: passage, edited: passage },
  'no-phrase-variant': { differs: of({ phrase: text, other: text, path: text.optional(), line }) },
  'consistent-terms': { near: of({ found: text, term: text }) },
  'no-page-furniture': { 'page-number': quoted, 'running-head': of({ text, count }) },
  'no-unbalanced-pairs': {
    unclosed: of({ mark: text, text }),
    unopened: of({ mark: text, text }),
    reversed: quoted,
    turned: of({ mark: text, expected: text }),
    crossed: of({ inner: text, outer: text, text }),
    widths: quoted,
  },
  'no-compat-codepoints': {
    character: of({ actual: text, code, expected: text }),
    latin: otherLetter,
    cyrillic: otherLetter,
  },
  'no-invisible-characters': {
    'zero-width': coded,
    'soft-hyphen': coded,
    'byte-order-mark': coded,
    control: coded,
    selector: coded,
    tag: coded,
    filler: coded,
    direction: coded,
    windows: of({ code, expected: text }),
    'line-separator': coded,
    space: coded,
    'wide-space': coded,
    'blank-line': nothing,
  },
  'no-mojibake': {
    replacement: quoted,
    private: coded,
    filler: quoted,
    misread: of({ text, expected: text }),
    garbled: quoted,
  },
  'no-cjk-broken-emphasis': {
    marks: of({ text, mark: text }),
    blanks: of({ text, mark: text }),
    lone: of({ text, mark: text }),
  },
  'no-mixed-width-punctuation': {
    half: exchanged,
    name: exchanged,
    brackets: exchanged,
    letters: exchanged,
    doubled: exchanged,
    ellipsis: exchanged,
    full: exchanged,
  },
  'no-repeated-words': { repeated: quoted },
  'no-merged-overlap': { merged: of({ text, expected: text }) },
  'no-mixed-separators': { series: of({ head: text, marks: text }) },
  'no-relative-date': { date: quoted },
  'no-consecutive-blank-lines': { run: of({ count }) },
  'no-unmarked-heading': { heading: quoted },
  'no-uneven-run-in-headings': { unmarked: sibling, marked: sibling, shorter: sibling },
  'no-broken-enumeration': {
    missing: enumerated,
    stray: enumerated,
    repeated: enumerated,
    order: enumerated,
  },
  'no-missing-resource': {
    image: of({ url: text }),
    network: of({ url: text }),
    words: of({ url: text }),
    bibliography: of({ path: text }),
    note: named,
    citation: of({ name: text, suggestion: text.optional() }),
    label: of({ name: text, suggestion: text.optional() }),
    place: named,
    file: of({ url: text }),
  },
  'manuscript-front-matter': {
    'yaml-syntax': of({ detail: text }),
    'yaml-duplicate-key': of({ key: text }),
    'yaml-tab': nothing,
    'yaml-quote-needed': nothing,
    'yaml-reserved-character': of({ character: text }),
    'yaml-unclosed': of({ mark: text }),
    'yaml-missing-colon': nothing,
    'yaml-indentation': nothing,
    'yaml-unknown-alias': of({ alias: text }),
    'yaml-too-many-aliases': nothing,
    'yaml-too-deep': of({ levels: count }),
    'header-missing': nothing,
    'header-unterminated': nothing,
    'header-too-large': of({ kilobytes: count }),
    'header-not-a-map': of({ found }),
    'unexpected-shape': of({
      key: text,
      expected: z.enum(expectations),
      found,
    }),
    'unknown-key': of({ key: text, suggestion: text.optional() }),
    'title-missing': nothing,
    'authors-missing': nothing,
    'author-without-name': nothing,
    'unknown-affiliation': of({ reference: text, known: texts }),
    'unused-affiliation': of({ name: text }),
    'affiliation-without-name': nothing,
    'orcid-invalid': of({ value: text, reason: z.enum(['shape', 'check-digit']) }),
    'orcid-placeholder': valued,
    'ror-invalid': valued,
    'email-invalid': valued,
    'date-unreadable': valued,
    'language-invalid': valued,
    'doi-invalid': valued,
  },
};

const upstream = Object.fromEntries(Object.keys(upstreamRules).map((id) => [id, { [id]: quoted }])) as {
  [Id in UpstreamRuleId]: Record<Id, typeof quoted>;
};

const waivers: { [Kind in WaiverKind]: z.ZodType<MessageArguments<Kind>> } = {
  'waiver-unused': of({ rules: texts }),
  'waiver-unknown-rule': of({ rule: text, suggestion: text.optional() }),
  'waiver-unknown-word': of({ word: text }),
};

const schemas: Record<string, Record<string, z.ZodType>> = {
  ...own,
  ...upstream,
  ['no-unused-waiver' satisfies typeof unusedWaiver]: waivers,
};

/** The check of the arguments of a rule's sentence, or `undefined` where there is no such rule or sentence. */
export function argumentsOf(rule: string, kind: string): z.ZodType | undefined {
  if (!Object.hasOwn(schemas, rule)) return undefined;
  const kinds = schemas[rule]!;
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}
