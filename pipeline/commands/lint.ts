import type { Locale } from '../../lint-rules/text/language.js';
import { cacheFolder } from '../check/cache-folder.js';
import type { LintResult } from '../check/finding.js';
import { lint as findDefects } from '../check/lint.js';
import { type ReporterName, reporters } from '../check/reporters/index.js';
import { error, InputError } from '../faults.js';
import { type Language, say } from '../messages/index.js';
import { ProgressLine } from '../progress-line.js';
import { formatFaults } from '../report.js';
import { takesColor } from '../terminal-text.js';
import type { Terminal } from './build.js';
import type { LintFiles } from './lint-files.js';

export interface LintCommand extends LintFiles {
  root: string;
  paths: string[];
  reporter: string;
  locale?: string;
  since?: string;
  cache: boolean;
  advice: boolean;
  quiet: boolean;
}

/**
 * Finds the defects of the volume's manuscripts, or of the named ones, and reports them on stdout. Returns the exit code: 1 when there are findings at
 * error severity, otherwise 0. Throws an `InputError` for input that cannot be read.
 */
export async function lint(command: LintCommand, terminal: Terminal): Promise<number> {
  const { language, env, signal, stdout, stderr } = terminal;
  const name = reporterNamed(command.reporter);
  const locale = localeNamed(command.locale);
  const cwd = process.cwd();
  const { root, paths, since } = command;
  const cache = command.cache ? cacheFolder(env) : undefined;
  const interactive = Boolean(stderr.isTTY) && !env.CI && env.TERM !== 'dumb';
  const progress = new ProgressLine(say(language, 'stage-check', {}), { stream: stderr, interactive, language });
  const { result, warnings } = await findDefects({
    root,
    paths,
    cwd,
    language,
    signal,
    ...(locale && { locale }),
    ...(since !== undefined && { since }),
    ...(cache && { cache }),
    ...(!command.quiet && { onProgress: (done, total) => progress.update(done, total) }),
  })
    .catch(async (fault) => {
      if (command.reportFile !== undefined) await (await files()).writeFailure(command, fault, env);
      if (name === 'github' && fault instanceof InputError) stdout.write(await annotationsOf(fault, language));
      throw fault;
    })
    .finally(() => progress.end());
  if (warnings.length > 0 && !command.quiet)
    stderr.write(formatFaults(warnings, language, { root: result.root, stream: stderr }));

  const shown = command.advice ? result : withoutAdvice(result);
  const report = await reporters[name]();
  const options = { language, color: takesColor(stdout), columns: stdout.columns ?? 100, cwd };
  stdout.write(report(shown, options));
  if (command.reportFile !== undefined || command.summaryFile !== undefined)
    await (await files()).writeFiles(command, { all: result, shown }, options, env);
  if (name !== 'pretty' && !command.quiet) stderr.write(summary(shown, terminal));
  return shown.files.some(({ messages }) => messages.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

/** What keeps a volume from being read, as annotations on its files. */
async function annotationsOf({ faults, root }: InputError, language: Language): Promise<string> {
  const { faultReport } = await import('../check/reporters/github.js');
  return root === undefined ? '' : faultReport(faults, root, language);
}

/** Only loaded where a file is asked for. */
const files = () => import('./lint-files.js');

function reporterNamed(name: string): ReporterName {
  const known = Object.keys(reporters) as ReporterName[];
  const found = known.find((one) => one === name);
  if (!found) throw new InputError([error('reporter-unknown', { name, known })]);
  return found;
}

function localeNamed(name: string | undefined): Locale | undefined {
  if (name === undefined || name === 'en' || name === 'zh') return name;
  throw new InputError([error('locale-unknown', { name })]);
}

function withoutAdvice(result: LintResult): LintResult {
  const files = result.files.map(({ path, messages }) => ({
    path,
    messages: messages.filter(({ severity }) => severity !== 'advice'),
  }));
  return { ...result, files };
}

/** What was found in one sentence, for people who sent the report itself to a program. */
function summary(result: LintResult, { language }: Terminal): string {
  const all = result.files.flatMap(({ messages }) => messages);
  const count = (severity: string) => all.filter((finding) => finding.severity === severity).length;
  const files = result.files.length;
  const counts = { errors: count('error'), warnings: count('warning'), advice: count('advice'), files };
  const waived = Object.entries(result.waived);
  const lines = [
    all.length === 0 ? say(language, 'findings-none', { files }) : say(language, 'findings-count', counts),
  ];
  if (waived.length > 0) lines.push(say(language, 'findings-waived', { rules: waived }));
  return `${lines.join('\n')}\n`;
}
