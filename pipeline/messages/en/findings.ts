import type { Severity } from '../../../lint-rules/ids.js';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Words of the reports on findings. The findings themselves are said by the rules. */
export const findings = {
  'severity-error': (_: Record<string, never>) => 'error',
  'severity-warning': (_: Record<string, never>) => 'warning',
  'severity-advice': (_: Record<string, never>) => 'advice',
  'finding-other-place': ({ place }: { place: string }) => `also: ${place}`,
  'finding-replace-by': ({ text, safe }: { text: string; safe: boolean }) =>
    safe ? `galley fix makes it: ${text}` : `perhaps: ${text}`,
  'finding-delete': ({ safe }: { safe: boolean }): string => (safe ? 'galley fix deletes it' : 'perhaps delete it'),
  'findings-none': ({ files }: { files: number }) => `${plural(files, 'manuscript')}, nothing found.`,
  'findings-count': ({
    errors,
    warnings,
    advice,
    files,
  }: {
    errors: number;
    warnings: number;
    advice: number;
    files: number;
  }) =>
    `${[
      ...(errors > 0 ? [plural(errors, 'error')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
      ...(advice > 0 ? [`${advice} of advice`] : []),
    ].join(', ')} in ${plural(files, 'manuscript')}.`,
  'findings-fixable': ({ safe, suggested }: { safe: number; suggested: number }) =>
    [
      ...(safe > 0 ? [`“galley fix” mends ${safe} of them.`] : []),
      ...(suggested > 0 ? [`For ${suggested}, “galley fix --suggestions” has a suggestion.`] : []),
    ].join(' '),
  'findings-waived': ({ rules }: { rules: [rule: string, count: number][] }) =>
    `Waived by comments in the text: ${rules.map(([rule, count]) => `${rule} ${count}`).join(', ')}.`,
  'queries-heading': (_: Record<string, never>) => 'Queries for the editor (they fail nothing)',
  'annotations-rest': ({ count }: { count: number }) =>
    `GitHub shows ten annotations of a kind. ${count === 1 ? 'One more' : `${count} more`}:`,
  'findings-not-shown': ({ count }: { count: number }) =>
    `${plural(count, 'finding')} more ${count === 1 ? 'is' : 'are'} not shown here, since there is no room for ${count === 1 ? 'it' : 'them'}.`,
  'report-heading': (_: Record<string, never>) => 'What Galley found',
  'report-rule': (_: Record<string, never>) => 'Rule',
  'report-severity': (_: Record<string, never>) => 'Severity',
  'report-count': (_: Record<string, never>) => 'Found',
  'report-line': ({ line, column }: { line: number; column: number }) => `line ${line}, column ${column}`,
  'fix-description': (_: Record<string, never>) => 'mend what can be mended for certain, and show it as a diff',
  'option-suggestions': (_: Record<string, never>) => 'go through the other suggestions one by one',
  'option-fix-dry-run': (_: Record<string, never>) => 'show what would be mended, and write nothing',
  'fix-changed': ({ files, fixes }: { files: number; fixes: number }) =>
    `${plural(fixes, 'place')} mended in ${plural(files, 'manuscript')}.`,
  'fix-would-change': ({ files, fixes }: { files: number; fixes: number }) =>
    `${plural(fixes, 'place')} would be mended in ${plural(files, 'manuscript')}; nothing was written.`,
  'fix-nothing': (_: Record<string, never>) => 'Nothing that could be mended for certain.',
  'fix-left': ({ suggested, others }: { suggested: number; others: number }) =>
    [
      ...(suggested > 0 ? [`${plural(suggested, 'suggestion')} to look at: galley fix --suggestions.`] : []),
      ...(others > 0 ? [`${plural(others, 'finding')} that only a person can mend: galley lint.`] : []),
    ].join(' '),
  'fix-refused': ({ count }: { count: number }) =>
    `${plural(count, 'edit')} overlapped another and ${count === 1 ? 'was' : 'were'} left; run the command once more.`,
  'fix-accept': (_: Record<string, never>) => 'Accept',
  'fix-skip': (_: Record<string, never>) => 'Leave as it is',
  'fix-stop': (_: Record<string, never>) => 'Stop here, keep what was accepted',
  'fix-question': ({ index, count }: { index: number; count: number }) => `Suggestion ${index} of ${count}: accept it?`,
  'fix-needs-terminal': (_: Record<string, never>) =>
    '“--suggestions” asks about each one, so it needs a terminal. Without it, use “galley lint” to read them.',
  'fix-file-changed': ({ path }: { path: string }) =>
    `“${path}” was changed by another program meanwhile. It was left as it is; run the command again.`,
} satisfies Record<string, (args: never) => string> & Record<`severity-${Severity}`, unknown>;
