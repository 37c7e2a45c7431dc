import type { Shared } from '../../lint-rules/facts/index.js';
import type { Passage } from '../../lint-rules/facts/passages.js';
import type { InVolumeResult } from './examine.js';
import type { KnownVolume } from './known.js';
import type { AloneResult, RuleFinding } from './run-rules.js';
import type { Seen } from './sources.js';

/*
 * The shape of what is read from a cache. It is checked by hand and whole: a schema library takes longer to load than a run that finds everything in
 * the cache.
 */

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber: Check = (value) => typeof value === 'number';

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (checks: Record<string, Check>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null) return false;
    for (const key in checks) if (!checks[key]!((value as Record<string, unknown>)[key])) return false;
    return true;
  };

const range = { line: isCount, column: isCount, endLine: isCount, endColumn: isCount };
const stretch = { start: isCount, end: isCount };

const isFinding = shape({
  ruleId: isText,
  ...range,
  ...stretch,
  kind: optional(isText),
  args: optional((value) => typeof value === 'object' && value !== null),
  message: isText,
  actual: optional(isText),
  expected: optional(list(isText)),
  note: optional(isText),
  cause: optional(shape({ ...range, path: optional(isText) })),
  fix: optional(shape({ ...stretch, text: isText, safety: (value) => value === 'safe' || value === 'suggest' })),
} satisfies Record<keyof RuleFinding, Check>);

const isWaiver = shape({
  verb: isText,
  ids: list(isText),
  ...range,
  ...stretch,
  tail: optional(isCount),
} satisfies Record<keyof AloneResult['waivers'][number], Check>);

const isAnswer: Check = (value) => {
  if (!Array.isArray(value) || !isText(value[1])) return false;
  if (value[0] === 'exists') return typeof value[2] === 'boolean';
  return (value[0] === 'content' || value[0] === 'bibliographies') && isText(value[2]);
};

const entry = shape({
  sha256: isText,
  stamp: (value) => list(isNumber)(value) && (value as unknown[]).length === 4,
  alone: shape({
    findings: list(isFinding),
    waivers: list(isWaiver),
    extents: list(shape(stretch)),
  } satisfies Record<keyof AloneResult, Check>),
  inVolume: optional(
    shape({ findings: list(isFinding), factsKey: isText, answers: list(isAnswer) } satisfies Record<
      keyof InVolumeResult,
      Check
    >),
  ),
});

const side = shape({
  from: isCount,
  to: isCount,
  manuscript: isCount,
  share: isNumber,
  paragraph: isNumber,
} satisfies Record<keyof Passage['later'], Check>);

const passage = shape({
  later: side,
  earlier: side,
  count: isNumber,
  letters: isNumber,
  longest: isNumber,
  verbatim: isNumber,
  sentences: isNumber,
  agreement: isNumber,
  kind: (value) => value === 'same' || value === 'edited' || value === 'doubled',
} satisfies Record<keyof Passage, Check>);

const sharedByPath = shape({
  paths: list(isText),
  list: list(shape({ passages: list(passage), differences: list(isCount) } satisfies Record<keyof Shared, Check>)),
});

/** Whether a value is what a cache holds of what the manuscripts have in common. */
export function isSharedByPath(value: unknown): value is NonNullable<KnownVolume['shared']> {
  if (!sharedByPath(value)) return false;
  const { paths, list } = value as NonNullable<KnownVolume['shared']>;
  return paths.length === list.length;
}

/** Whether a value is what a cache holds of one manuscript. */
export function isEntry(value: unknown): value is Seen & { alone: AloneResult; inVolume?: InVolumeResult } {
  return entry(value);
}
