import { type Locale, localeFor } from '../../lint-rules/text/language.js';
import type { FeedbackReport, ReportedFault } from '../check/feedback-report.js';
import { say } from '../messages/index.js';
import type { Status } from './comments.js';
import type { Confirmation, Told } from './confirm.js';
import type { InlinePlan } from './plan-inline.js';
import type { Doubt, Summary } from './sticky-comment.js';

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
  const failed = report?.outcome !== 'complete';
  return {
    state: failed ? 'failed' : inline.length + elsewhere.length > 0 ? 'findings' : 'clean',
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

/** The language that most of what is told is in. */
function localeOf(findings: readonly Told[]): Locale | undefined {
  if (findings.length === 0) return undefined;
  const chinese = findings.filter(({ locale }) => locale === 'zh').length;
  return chinese * 2 >= findings.length ? 'zh' : 'en';
}

/** A pull request on which everything is in order needs no comment. */
export const isWorthSaying = ({ state, advice, doubt }: Summary) =>
  state !== 'clean' || doubt !== undefined || advice.some(({ changed }) => changed);

/** What the commit's status says. */
export function statusFor({ state, locale, inline, elsewhere, doubt }: Summary): Status {
  if (state === 'failed') return { state: 'error', description: say(locale, 'status-failed', {}) };
  if (doubt) return { state: 'error', description: say(locale, `status-${doubt}`, {}) };
  const all = [...inline, ...elsewhere];
  const count = (wanted: string) => all.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const description =
    all.length > 0 ? say(locale, 'status-findings', { errors, warnings }) : say(locale, 'status-clean', {});
  return { state: errors > 0 ? 'failure' : 'success', description };
}
