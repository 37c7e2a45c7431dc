import { type Locale, localeFor } from '../../lint-rules/text/language.js';
import type { FeedbackReport, ReportedFault } from '../check/feedback-report.js';
import { say } from '../messages/index.js';
import type { Status } from './comments.js';
import type { Confirmation, Told } from './confirm.js';
import type { InlinePlan } from './plan-inline.js';

/** Why a run's result proves nothing: the pull request changes the workflows that check it, or too much for anybody to tell whether it does. */
export type Doubt = 'own-checks' | 'too-many-files';

/** What the one comment sums up. */
export interface Summary {
  state: 'clean' | 'findings' | 'failed' | 'not-run';
  locale: Locale;
  /** In changed paragraphs, told in comments on their lines, and those whose place takes none. Errors and warnings. */
  inline: Told[];
  elsewhere: Told[];
  /** In paragraphs that did not change. Errors and warnings. */
  unchanged: Told[];
  /** Advice, all of it. */
  advice: Told[];
  /** How many comments have a suggestion. */
  suggestions: number;
  waived: Record<string, number>;
  truncated: boolean;
  doubt: Doubt | undefined;
  /** Where a run that has no result stopped; paths relative to the repository. */
  faults: ReportedFault[];
}

/** What became of a report. */
export interface Outcome {
  confirmation: Confirmation;
  doubt: Doubt | undefined;
  plan: InlinePlan;
  /** Whether GitHub took the new comments. */
  posted: boolean;
  faults: ReportedFault[];
}

/** What the one comment sums up. `lang`: BCP 47 tag of the volume's language, for where nothing is told of a manuscript. */
export function summaryOf(
  report: FeedbackReport | undefined,
  { confirmation, doubt, plan, posted, faults }: Outcome,
  lang: string,
): Summary {
  const { findings } = confirmation;
  const groups = [...plan.kept, ...(posted ? plan.create.map(({ group }) => group) : [])];
  const inline = groups.flatMap((group) => group.findings);
  const told = new Set(inline);
  const inGate = findings.filter(({ severity }) => severity !== 'advice');
  const elsewhere = inGate.filter((finding) => finding.changed && !told.has(finding));
  return {
    state: stateOf(report, inline.length + elsewhere.length),
    locale: localeOf(findings) ?? localeFor(lang),
    inline,
    elsewhere,
    unchanged: inGate.filter(({ changed }) => !changed),
    advice: findings.filter(({ severity }) => severity === 'advice'),
    suggestions: groups.filter(({ suggestion }) => suggestion).length,
    waived: doubt ? {} : (report?.waived ?? {}),
    truncated: report?.truncated ?? false,
    doubt,
    faults,
  };
}

function stateOf(report: FeedbackReport | undefined, findings: number): Summary['state'] {
  if (!report) return 'not-run';
  if (report.outcome === 'failed') return 'failed';
  return findings > 0 ? 'findings' : 'clean';
}

/** The language that most of what is told is in. */
function localeOf(findings: readonly Told[]): Locale | undefined {
  if (findings.length === 0) return undefined;
  const chinese = findings.filter(({ locale }) => locale === 'zh').length;
  return chinese * 2 >= findings.length ? 'zh' : 'en';
}

/** A pull request on which everything is in order needs no comment. */
export const isWorthSaying = ({ state, advice, doubt }: Summary) =>
  state !== 'clean' || doubt !== undefined || advice.some(({ changed }) => changed);

/** What the commit's status says; `leadsToProof`: where no comment does. */
export function statusFor({ state, locale, inline, elsewhere, doubt }: Summary, leadsToProof: boolean): Status {
  if (state === 'failed' || state === 'not-run')
    return { state: 'error', description: say(locale, 'status-failed', {}) };
  if (doubt) return { state: 'error', description: say(locale, `status-${doubt}`, {}) };
  const all = [...inline, ...elsewhere];
  const count = (wanted: string) => all.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const clean = say(locale, leadsToProof ? 'status-clean-proof' : 'status-clean', {});
  const description = all.length > 0 ? say(locale, 'status-findings', { errors, warnings }) : clean;
  return { state: errors > 0 ? 'failure' : 'success', description };
}
