import type { OwnRuleId } from '../../../lint-rules/ids.js';
import type { Planted } from './plant/planting.js';

/**
 * Rules that may find a planted defect in place of the one it was planted for: the two halves of a defect that has certain and doubtful kinds, and a
 * rule that the defect's own one hands it to.
 */
const others: Partial<Record<OwnRuleId, readonly string[]>> = {
  'no-split-paragraph': ['no-unterminated-paragraph'],
  'no-unterminated-paragraph': ['no-split-paragraph', 'no-truncated-ending'],
  'no-similar-passage': ['no-duplicate-passage'],
  'no-invisible-characters': ['no-mojibake'],
  'no-missing-resource': ['no-undefined-references'],
};

/** Kinds of damage of a rule that is theirs to find as well. */
const otherKinds: Record<string, readonly string[]> = {
  'brackets of two widths': ['no-unbalanced-pairs'],
  'end of a section': ['no-unterminated-paragraph'],
};

/** Rules whose finding says that a planted defect was found. */
export const acceptable = (rule: OwnRuleId, { kind }: Planted): readonly string[] => [
  rule,
  ...(kind === 'hyphen in the line' ? [] : (others[rule] ?? [])),
  ...(otherKinds[kind] ?? []),
];

/**
 * What else is truly wrong in the same paragraph once a defect was planted there, so that a finding of it is not false: half of a quotation is cut off
 * with the rest, a spliced text brings its own faults along. What is the same event said twice is not in this table.
 */
const consequences: Partial<Record<OwnRuleId, readonly string[]>> = {
  'no-split-paragraph': [
    'no-unbalanced-pairs',
    'no-page-furniture',
    'no-consecutive-blank-lines',
    'no-mixed-width-punctuation',
  ],
  'no-duplicate-passage': [
    'no-unbalanced-pairs',
    'no-similar-passage',
    'no-phrase-variant',
    'no-split-paragraph',
    'no-missing-resource',
    'no-repeated-words',
    'no-mixed-width-punctuation',
  ],
  'no-similar-passage': [
    'no-phrase-variant',
    'no-repeated-words',
    'no-mixed-width-punctuation',
    'no-unbalanced-pairs',
    'consistent-terms',
  ],
  'no-truncated-ending': ['no-unbalanced-pairs', 'no-cjk-broken-emphasis'],
  'no-mojibake': ['no-unbalanced-pairs'],
  'no-phrase-variant': ['no-similar-passage'],
  'no-unmarked-heading': ['heading-increment'],
  'no-missing-resource': ['no-unused-definitions'],
};

/** Rules that may speak as well of the paragraphs that were damaged. */
export const accompanying = (rule: OwnRuleId): readonly string[] => consequences[rule] ?? [];
