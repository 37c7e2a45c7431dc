import type { Severity } from '../../../lint-rules/ids.js';
import type { Finding, LintResult } from '../finding.js';
import type { ReportOptions } from './options.js';
import { shownPath } from './paths.js';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', advice: 'notice' };
const gravest: Severity[] = ['error', 'warning', 'advice'];

/**
 * Findings as workflow commands, which GitHub shows as annotations. The gravest come first, since only the first ones are shown.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function report(result: LintResult, { cwd }: ReportOptions): string {
  const findings = result.files.flatMap(({ path, messages }) =>
    messages.map((finding) => ({ file: shownPath(result, path, cwd), finding })),
  );
  return gravest
    .flatMap((severity) => findings.filter(({ finding }) => finding.severity === severity))
    .map(({ file, finding }) => `${command(file, finding)}\n`)
    .join('');
}

function command(file: string, finding: Finding): string {
  const { ruleId, severity, line, column, endLine, endColumn, message, note } = finding;
  const sameLine = line === endLine;
  const properties = {
    file,
    line,
    endLine,
    // Columns are only shown for a range within one line.
    ...(sameLine && { col: column, endColumn: Math.max(column, endColumn - 1) }),
    title: ruleId,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData([message, note].filter(Boolean).join('\n'))}`;
}

/** As GitHub's own toolkit escapes them. */
const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
