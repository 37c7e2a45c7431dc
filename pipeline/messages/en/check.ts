import type { OptionType } from '../../check/lint-options.js';

const optionTypes: Record<OptionType, string> = {
  number: 'a number',
  flag: 'true or false',
  text: 'text',
  texts: 'a list of texts',
};

const or = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' or $1');
const meant = (suggestion?: string) => (suggestion ? ` Did you mean “${suggestion}”?` : '');

/** Finding defects: the command, its faults, and what is said of comments that waive findings. */
export const check = {
  'lint-description': (_: Record<string, never>) => 'find the damage that text brings along from PDF, Word and OCR',
  'option-paths': (_: Record<string, never>) => 'manuscripts or folders; all of the volume when none are named',
  'option-reporter': ({ known }: { known: readonly string[] }) => `how to report: ${or(known)}`,
  'option-locale': (_: Record<string, never>) => "language of the findings, zh or en, instead of each manuscript's own",
  'option-since': (_: Record<string, never>) => 'only findings in paragraphs that changed since this commit or branch',
  'option-report-file': (_: Record<string, never>) =>
    'write what “galley feedback” reads; needs HEAD_SHA and BASE_SHA in the environment',
  'option-summary-file': (_: Record<string, never>) =>
    'add the findings to this file as Markdown, as for the summary of a workflow',
  'option-no-cache': (_: Record<string, never>) => 'look at everything anew',
  'option-no-advice': (_: Record<string, never>) => 'leave out advice',
  'stage-check': (_: Record<string, never>) => 'Look for defects',
  'reporter-unknown': ({ name, known }: { name: string; known: readonly string[] }) =>
    `There is no reporter “${name}”. Choose ${or(known)}.`,
  'locale-unknown': ({ name }: { name: string }) => `Findings can be told in zh or en, not in “${name}”.`,
  'lint-path-missing': ({ path }: { path: string }) => `There is no file or folder “${path}”. Check the name.`,
  'lint-path-is-a-link': ({ path }: { path: string }) =>
    `“${path}” is a symbolic link. Name the file itself; links are not followed.`,
  'lint-nothing-there': ({ path }: { path: string }) =>
    `There is no manuscript in “${path}”: no file that ends in .md, READMEs and their like aside.`,
  'lint-rule-unknown': ({ rule, suggestion }: { rule: string; suggestion?: string }) =>
    `There is no rule “${rule}”.${meant(suggestion)}`,
  'lint-grade-unknown': ({ rule, value }: { rule: string; value: string }) =>
    `“${rule}” cannot be “${value}”. Choose error, warning, advice or off; a rule's own options stand in a map under its name.`,
  'lint-option-unknown': ({
    rule,
    option,
    known,
    suggestion,
  }: {
    rule: string;
    option: string;
    known: string[];
    suggestion?: string;
  }) => `“${rule}” has no option “${option}”.${meant(suggestion) || ` It has ${known.join(', ')}.`}`,
  'lint-option-shape': ({
    rule,
    option,
    expected,
    found,
  }: {
    rule: string;
    option: string;
    expected: OptionType;
    found: string;
  }) => `“${option}” of “${rule}” must be ${optionTypes[expected]}, not “${found}”.`,
  'rule-failed': ({ rule, detail }: { rule: string; detail: string }) =>
    `The rule “${rule}” itself failed here: ${detail}. Switch it off under “lint:” in volume.yml to go on without it, and report the fault.`,
  'report-needs-commits': (_: Record<string, never>) =>
    '“--report-file” needs the commits that the report is about: set HEAD_SHA and BASE_SHA to their 40 hexadecimal digits.',
  'report-unwritable': ({ path, reason }: { path: string; reason: string }) =>
    `“${path}” cannot be written (${reason}). Check that its folder is there and may be written to.`,
  'since-unusable': ({ ref }: { ref: string }) =>
    `“${ref}” cannot be the name of a commit or branch. Give one such as main or HEAD~1.`,
  'since-unknown': ({ ref }: { ref: string }) =>
    `Git knows no commit “${ref}” here. Check the name; in a shallow clone, fetch it first.`,
  'since-no-repository': ({ folder }: { folder: string }) =>
    `“--since” asks Git what changed, but “${folder}” is in no Git repository.`,
  'since-no-git': (_: Record<string, never>) => '“--since” asks Git what changed, but there is no git on this machine.',
  'since-failed': ({ detail }: { detail: string }) => `Git could not say what changed: ${detail}`,
  'waiver-unused': ({ rules }: { rules: string[] }) =>
    rules.length > 0
      ? `This comment waives ${rules.join(', ')}, but there is nothing to waive`
      : 'This comment waives nothing',
  'waiver-unused-note': (_: Record<string, never>) =>
    'What it was written for is mended, or stands elsewhere: “ignore” is about the one block that follows it. Take the comment out, or put it before the place that it is meant for.',
  'waiver-unknown-rule': ({ rule, suggestion }: { rule: string; suggestion?: string }) =>
    `This comment names “${rule}”, which is no rule${suggestion ? `; perhaps ${suggestion} is meant` : ''}`,
  'waiver-unknown-rule-note': (_: Record<string, never>) =>
    'It waives nothing. Write the names of rules as they stand in a report, parted by spaces.',
  'waiver-unknown-word': ({ word }: { word: string }) => `This comment says “lint ${word}”, which means nothing`,
  'waiver-unknown-word-note': (_: Record<string, never>) =>
    'Write “lint ignore” before the block whose findings are to be waived, or “lint disable” and “lint enable” around several, each followed by the names of the rules.',
};
