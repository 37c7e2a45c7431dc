import path from 'node:path';
import { styleText } from 'node:util';
import type { LintResult } from '../check/finding.js';
import { changeOf, type FilePatch, type Fixable, patchesFor, unifiedDiff } from '../check/fixes.js';
import { lint } from '../check/lint.js';
import { countsOf } from '../check/reporters/counts.js';
import { shownPath } from '../check/reporters/paths.js';
import { wrap } from '../check/reporters/pretty.js';
import { warning } from '../faults.js';
import { say } from '../messages/index.js';
import { formatFaults } from '../report.js';
import { printable, takesColor } from '../terminal-text.js';
import { replaceText } from '../write-text.js';
import type { Terminal } from './build.js';

export interface FixCommand {
  root: string;
  paths: string[];
  suggestions: boolean;
  dryRun: boolean;
  quiet: boolean;
}

/** A certain fix may make room for another one; more rounds than this would be rules at odds with each other. */
const rounds = 10;

/**
 * Mends what can be mended for certain and, when asked, what a person accepts; shows every change on stdout, on a terminal with some text around
 * it, elsewhere as a diff that patch programs take. Returns the exit code: 1 when findings at error severity are left, otherwise 0. Throws
 * an `InputError` for input that cannot be read.
 */
export async function fix(command: FixCommand, terminal: Terminal): Promise<number> {
  const { root, paths, suggestions, dryRun, quiet } = command;
  const { language, stdout, stderr } = terminal;
  const cwd = process.cwd();
  if (suggestions && !(process.stdin.isTTY && stdout.isTTY)) {
    stderr.write(`${say(language, 'fix-needs-terminal', {})}\n`);
    return 2;
  }
  const overlay = new Map<string, string>();
  const look = async () => (await lint({ root, paths, cwd, language, overlay })).result;
  const original = await look();
  let result = original;
  let count = 0;
  const take = async (patches: FilePatch[]) => {
    for (const patch of patches) {
      overlay.set(patch.path, patch.after);
      count += patch.applied.length;
      show(patch, result, terminal, cwd);
    }
    result = await look();
  };

  for (let round = 0; round < rounds; round++) {
    const patches = patchesFor(result, (finding) => finding.fix.safety === 'safe');
    if (patches.length === 0) break;
    await take(patches);
  }
  if (suggestions) {
    const accepted = await ask(result, terminal, cwd);
    const patches = patchesFor(result, (finding) => accepted.has(finding));
    const refused = patches.reduce((sum, patch) => sum + patch.refused.length, 0);
    if (refused > 0) stderr.write(`${say(language, 'fix-refused', { count: refused })}\n`);
    if (patches.length > 0) await take(patches);
  }

  const changed = [...overlay].filter(([file, text]) => text !== original.sourceOf(file));
  if (!takesColor(stdout)) {
    for (const [file, after] of changed) {
      stdout.write(unifiedDiff({ before: original.sourceOf(file), after }, shownPath(original, file, cwd)));
    }
  }
  if (!dryRun) await write(changed, original, terminal);
  if (!quiet) stderr.write(summary(changed.length, count, dryRun, result, terminal));
  return countsOf(result).error > 0 ? 1 : 0;
}

/** On a terminal, each change with some text around it; the diff for programs comes at the end. */
function show({ path: file, before, applied }: FilePatch, result: LintResult, { stdout }: Terminal, cwd: string): void {
  if (!takesColor(stdout)) return;
  for (const finding of applied) {
    stdout.write(`${placeOf(finding, file, result, cwd)}  ${finding.ruleId}\n${changeText(finding, before)}`);
  }
}

function placeOf({ line, column }: Fixable, file: string, result: LintResult, cwd: string): string {
  return styleText('bold', `${printable(shownPath(result, file, cwd))}:${line}:${column}`, { validateStream: false });
}

function changeText(finding: Fixable, source: string): string {
  const { before, after } = changeOf(finding, source);
  const part = (sign: string, color: 'red' | 'green', [lead, changed, tail]: typeof before) => {
    const shown = styleText([color, 'inverse'], printable(changed), { validateStream: false });
    return `  ${styleText(color, sign, { validateStream: false })} ${printable(lead)}${changed ? shown : ''}${printable(tail)}\n`;
  };
  return part('-', 'red', before) + part('+', 'green', after);
}

/** Asks about every suggestion; returns those that were accepted. */
async function ask(result: LintResult, { language, stdout }: Terminal, cwd: string): Promise<Set<Fixable>> {
  const { select, isCancel } = await import('@clack/prompts');
  const all = result.files.flatMap(({ path: file, messages }) =>
    messages.filter((one): one is Fixable => one.fix?.safety === 'suggest').map((finding) => ({ file, finding })),
  );
  const accepted = new Set<Fixable>();
  for (const [index, { file, finding }] of all.entries()) {
    const columns = stdout.columns ?? 100;
    stdout.write(`\n${placeOf(finding, file, result, cwd)}  ${finding.ruleId}\n`);
    for (const line of wrap(printable(finding.message), columns)) stdout.write(`${line}\n`);
    for (const line of wrap(printable(finding.note ?? ''), columns)) {
      stdout.write(`${styleText('dim', line, { validateStream: false })}\n`);
    }
    stdout.write(changeText(finding, result.sourceOf(file)));
    const answer = await select({
      message: say(language, 'fix-question', { index: index + 1, count: all.length }),
      options: [
        { value: 'accept', label: say(language, 'fix-accept', {}) },
        { value: 'skip', label: say(language, 'fix-skip', {}) },
        { value: 'stop', label: say(language, 'fix-stop', {}) },
      ],
    });
    if (isCancel(answer) || answer === 'stop') break;
    if (answer === 'accept') accepted.add(finding);
  }
  return accepted;
}

async function write(changed: [file: string, text: string][], original: LintResult, terminal: Terminal): Promise<void> {
  const { language, stderr } = terminal;
  for (const [file, text] of changed) {
    const written = await replaceText(path.resolve(original.root, file), original.sourceOf(file), text);
    if (written) continue;
    const fault = warning('fix-file-changed', { path: file }, { path: file });
    stderr.write(formatFaults([fault], language, { root: original.root, stream: stderr }));
  }
}

function summary(files: number, fixes: number, dryRun: boolean, left: LintResult, { language }: Terminal): string {
  const { safe: _, suggested, error, warning: warnings } = countsOf(left);
  const withFix = left.files
    .flatMap(({ messages }) => messages)
    .filter((one) => one.fix && one.severity !== 'advice').length;
  const others = error + warnings - withFix;
  const done =
    files === 0
      ? say(language, 'fix-nothing', {})
      : say(language, dryRun ? 'fix-would-change' : 'fix-changed', { files, fixes });
  const rest = suggested + others > 0 ? `${say(language, 'fix-left', { suggested, others })}\n` : '';
  return `${done}\n${rest}`;
}
