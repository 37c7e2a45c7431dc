import { tryGit } from './git.js';
import { type ChangedFile, changedFiles, leftBase, patchRows } from './pull-files.js';
import { headOf, type Pull, type ReviewComment } from './state.js';

/** Where a comment stands in the pull request as it is now. */
export interface Anchor {
  line: number;
  startLine: number | undefined;
  position: number;
}

/**
 * Where the lines of a comment are now, or `undefined` when it is outdated: when one of them has changed since, or is not among the lines that the diff
 * shows any more.
 */
export function anchorOf(comment: ReviewComment, pull: Pull): Anchor | undefined {
  const { path, commit, side, line, startLine } = comment;
  if (line === undefined) return undefined;
  const head = headOf(pull);
  const file = changedFiles(pull, head).find(({ filename }) => filename === path);
  if (!file) return undefined;
  const [from, to] = side === 'RIGHT' ? [commit, head] : [leftBase(pull, commit), leftBase(pull, head)];
  const name = side === 'LEFT' ? (file.previous ?? path) : path;
  const now = from && to && movedLines(pull.base.git, name, from, to, startLine ?? line, line);
  if (!now) return undefined;
  const row = patchRows(file.patch ?? '').find((one) => one[side] === now.last);
  return row && { line: now.last, startLine: startLine === undefined ? undefined : now.first, position: row.position };
}

/** The place that a comment was made at: its position in the patch, and the hunk down to its line. */
export function originOf({ path, commit, side, line }: ReviewComment, pull: Pull): { position: number; hunk: string } {
  const file: ChangedFile | undefined = changedFiles(pull, commit).find(({ filename }) => filename === path);
  const rows = patchRows(file?.patch ?? '');
  const row = line === undefined ? undefined : rows.find((one) => one[side] === line);
  if (!row) return { position: 1, hunk: '' };
  const lines = file!.patch!.split('\n');
  const head = lines.findLastIndex((text, index) => index <= row.position && text.startsWith('@@ '));
  return { position: row.position, hunk: lines.slice(head, row.position + 1).join('\n') };
}

const diffs = new Map<string, string | undefined>();

/** Where some lines of a file are in another commit, or `undefined` when one of them differs there. */
function movedLines(folder: string, path: string, from: string, to: string, first: number, last: number) {
  if (from === to) return { first, last };
  const key = `${folder} ${from} ${to} ${path}`;
  if (!diffs.has(key)) {
    const options = ['--unified=0', '--no-color', '--no-ext-diff', '--no-renames'];
    diffs.set(key, tryGit(folder, 'diff', ...options, from, to, '--', `:(literal)${path}`));
  }
  const diff = diffs.get(key);
  if (diff === undefined || /^deleted file/m.test(diff)) return undefined;
  let shift = 0;
  for (const [, start, count = '1', , added = '1'] of diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)) {
    const begins = Number(start);
    const lines = Number(count);
    if (lines === 0 ? begins >= first && begins < last : begins <= last && begins + lines > first) return undefined;
    if (begins < first) shift += Number(added) - lines;
  }
  return { first: first + shift, last: last + shift };
}
