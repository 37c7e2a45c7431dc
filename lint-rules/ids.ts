/** How grave a rule's findings are. Errors and warnings are the gate; advice goes to the editor's query sheet and fails nothing. */
export type Severity = 'error' | 'warning' | 'advice';

/** The rules that Galley brings, with their severity. Ids are fixed: other tools read them. */
export const ownRules = {
  'no-split-paragraph': 'error',
  'no-duplicate-passage': 'error',
  'no-page-furniture': 'error',
  'no-truncated-ending': 'error',
  'no-unbalanced-pairs': 'error',
  'no-compat-codepoints': 'error',
  'no-invisible-characters': 'error',
  'no-mojibake': 'error',
  'no-cjk-broken-emphasis': 'error',
  'manuscript-front-matter': 'error',
  'no-missing-resource': 'error',
  'no-similar-passage': 'warning',
  'no-unterminated-paragraph': 'warning',
  'no-repeated-words': 'warning',
  'no-broken-enumeration': 'warning',
  'no-unmarked-heading': 'warning',
  'no-mixed-width-punctuation': 'warning',
  'consistent-terms': 'advice',
  'no-phrase-variant': 'advice',
  'no-merged-overlap': 'advice',
  'no-mixed-separators': 'advice',
  'no-uneven-run-in-headings': 'advice',
  'no-relative-date': 'advice',
  'no-consecutive-blank-lines': 'advice',
} as const satisfies Record<string, Severity>;

export type OwnRuleId = keyof typeof ownRules;
