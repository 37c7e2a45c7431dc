import { createTwoFilesPatch } from 'diff';
import { applyFixes } from '../../lint-rules/apply-fixes.js';
import type { Fix } from '../../lint-rules/rule.js';
import type { Finding, LintResult } from './finding.js';

/** A finding with the edit that mends it. */
export type Fixable = Finding & { fix: Fix };

/** What fixing does to one file. */
export interface FilePatch {
  /** Relative to the volume's root, POSIX. */
  path: string;
  before: string;
  after: string;
  applied: Fixable[];
  /** Left for another run, since their edits overlap applied ones. */
  refused: Fixable[];
}

/** The edits that `accepts` lets through, file by file, as what they make of the text. Files that stay as they are are left out. */
export function patchesFor(result: LintResult, accepts: (finding: Fixable, path: string) => boolean): FilePatch[] {
  return result.files.flatMap(({ path, messages }) => {
    const findings = messages.filter((one): one is Fixable => one.fix !== undefined && accepts(one as Fixable, path));
    if (findings.length === 0) return [];
    const before = result.sourceOf(path);
    const byFix = new Map(findings.map((finding) => [finding.fix, finding]));
    const { text, applied, refused } = applyFixes(before, [...byFix.keys()]);
    const found = (fixes: Fix[]) => fixes.map((fix) => byFix.get(fix)!);
    return [{ path, before, after: text, applied: found(applied), refused: found(refused) }];
  });
}

/** A change as `git apply` and `patch` take it; `name` is the file's path from the folder they will run in. */
export function unifiedDiff({ before, after }: Pick<FilePatch, 'before' | 'after'>, name: string): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, '', '', { context: 1 });
  return patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*?)\t$/gm, '$1 $2');
}

export interface Change {
  before: [lead: string, removed: string, tail: string];
  after: [lead: string, added: string, tail: string];
}

/** Characters shown around a change. */
const around = 18;

/** What one fix does, with some text around it; what cannot be seen is made visible. */
export function changeOf({ fix }: Pick<Fixable, 'fix'>, source: string): Change {
  const from = fix.start === 0 ? 0 : source.lastIndexOf('\n', fix.start - 1) + 1;
  const lead = source.slice(Math.max(from, fix.start - around), fix.start).toWellFormed();
  const lineEnd = source.indexOf('\n', fix.end);
  const tail = source.slice(fix.end, Math.min(lineEnd < 0 ? source.length : lineEnd, fix.end + around)).toWellFormed();
  return {
    before: [lead, visible(source.slice(fix.start, fix.end)), tail],
    after: [lead, visible(fix.text), tail],
  };
}

/** A changed stretch in one line: each end of a paragraph, and each further empty line, as ¶, and blanks that stand alone as ␣. */
function visible(text: string): string {
  if (/^[^\S\n\r]+$/.test(text)) return '␣'.repeat(text.length);
  return text.replace(/[^\S\n]*\r?\n\s*/g, (end) => '¶'.repeat(Math.max(1, end.split('\n').length - 2)));
}
