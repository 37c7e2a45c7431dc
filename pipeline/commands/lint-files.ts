import { appendFile, stat, writeFile } from 'node:fs/promises';
import { localeFor } from '../../lint-rules/text/language.js';
import { type FeedbackReport, failureReport, feedbackReport } from '../check/feedback-report.js';
import type { LintResult } from '../check/finding.js';
import { report as markdown } from '../check/reporters/markdown.js';
import type { ReportOptions } from '../check/reporters/options.js';
import { repositoryAround } from '../check/reporters/paths.js';
import { error, InputError } from '../faults.js';

/** Files that a run leaves for other programs, beside what it prints. */
export interface LintFiles {
  /** What `galley feedback` reads. */
  reportFile?: string;
  /** A job's summary, which is added to. */
  summaryFile?: string;
}

/** GitHub takes this much of a step's summary, or nothing. */
const summaryBytes = 1024 * 1024;

/** Writes the files for a run that came to its end. `all`: with advice, whether it is printed or not. */
export async function writeFiles(
  files: LintFiles,
  { all, shown }: { all: LintResult; shown: LintResult },
  options: ReportOptions,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (files.reportFile !== undefined) await write(files.reportFile, feedbackReport(all, commitsIn(env)));
  if (files.summaryFile !== undefined) {
    const room = summaryBytes - (await sizeOf(files.summaryFile));
    // A summary is read beside the repository, wherever it was checked out, and by contributors, who have no say in the language of the machine.
    const language = env.GALLEY_LANG || !shown.lang ? options.language : localeFor(shown.lang);
    const shownFrom = { ...options, language, cwd: repositoryAround(shown.root) ?? options.cwd };
    await appendFile(files.summaryFile, summaryWithin(room, shown, shownFrom)).catch(cannotWrite(files.summaryFile));
  }
}

/** Writes the report on a run that could not be, so that nobody takes silence for praise. */
export async function writeFailure({ reportFile }: LintFiles, fault: unknown, env: NodeJS.ProcessEnv): Promise<void> {
  if (reportFile === undefined) return;
  const faults = fault instanceof InputError ? fault.faults : [];
  await write(reportFile, failureReport(faults, commitsIn(env)));
}

function commitsIn({ HEAD_SHA: head, BASE_SHA: base }: NodeJS.ProcessEnv): { head: string; base: string } {
  const isCommit = (value: string | undefined): value is string => /^[0-9a-f]{40}$/.test(value ?? '');
  if (isCommit(head) && isCommit(base)) return { head, base };
  throw new InputError([error('report-needs-commits', {})]);
}

async function write(file: string, report: FeedbackReport): Promise<void> {
  await writeFile(file, `${JSON.stringify(report)}\n`).catch(cannotWrite(file));
}

const cannotWrite = (path: string) => (fault: NodeJS.ErrnoException) => {
  throw new InputError([error('report-unwritable', { path, reason: fault.code ?? fault.message })]);
};

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** The findings as Markdown in at most `room` bytes: with half as many findings until they fit. */
function summaryWithin(room: number, result: LintResult, options: ReportOptions): string {
  const total = result.files.reduce((sum, { messages }) => sum + messages.length, 0);
  for (let most = total; ; most >>= 1) {
    const text = markdown(result, options, most);
    if (Buffer.byteLength(text) <= room || most === 0) return Buffer.byteLength(text) <= room ? text : '';
  }
}
