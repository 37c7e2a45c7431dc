import { git } from './git.js';
import { mergeBase } from './repositories.js';
import { baseOf, type Pull } from './state.js';

/** A file as a pull request lists it. */
export interface ChangedFile {
  filename: string;
  previous: string | undefined;
  status: 'added' | 'modified' | 'removed' | 'renamed' | 'changed';
  sha: string;
  additions: number;
  deletions: number;
  /** The hunks; absent where there are none, and where they are too many to show. */
  patch: string | undefined;
}

/** Lines and bytes of which GitHub shows no patch: an added file of 4,288 lines had none. */
const largest = { lines: 3000, bytes: 500_000 };

const statuses: Record<string, ChangedFile['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

/** What a pull request changes at `head`, since where it left its base. */
export function changedFiles(pull: Pull, head: string): ChangedFile[] {
  const from = leftBase(pull, head);
  return from === undefined ? [] : filesBetween(pull.base.git, from, head);
}

/** Where a pull request left its base. */
export const leftBase = (pull: Pull, head: string): string | undefined => mergeBase(pull.base.git, baseOf(pull), head);

const known = new Map<string, ChangedFile[]>();

/** What differs between two commits. */
export function filesBetween(folder: string, from: string, to: string): ChangedFile[] {
  const key = `${folder} ${from} ${to}`;
  const files = known.get(key) ?? diff(folder, from, to);
  known.set(key, files);
  return files;
}

function diff(folder: string, from: string, to: string): ChangedFile[] {
  const options = ['--find-renames', '--no-color', '--no-ext-diff', '--no-textconv', from, to];
  const raw = git(folder, 'diff', '--raw', '-z', '--no-abbrev', ...options).split('\0');
  const patches = git(folder, 'diff', '--patch', ...options).split(/(?<=^|\n)(?=diff --git )/);
  const files: ChangedFile[] = [];
  for (let at = 0, patch = 0; at + 1 < raw.length; ) {
    const [, , oldSha = '', newSha = '', kind = ''] = raw[at++]!.split(' ');
    const letter = kind[0]!;
    const first = raw[at++]!;
    const moved = letter === 'R';
    const filename = moved ? raw[at++]! : first;
    // A file that becomes a link, or the reverse, is shown as taken away and added.
    const blocks = letter === 'T' ? 2 : 1;
    const shown = patches.slice(patch, patch + blocks).map(hunksOf);
    patch += blocks;
    const hunks = shown.filter((one) => one !== undefined).join('\n');
    const lines = hunks.split('\n');
    files.push({
      filename,
      previous: moved ? first : undefined,
      status: statuses[letter]!,
      sha: letter === 'D' ? oldSha : newSha,
      additions: lines.filter((line) => line.startsWith('+')).length,
      deletions: lines.filter((line) => line.startsWith('-')).length,
      patch:
        hunks === '' || lines.length > largest.lines || Buffer.byteLength(hunks) > largest.bytes ? undefined : hunks,
    });
  }
  return files;
}

function hunksOf(patch: string): string | undefined {
  const start = patch.indexOf('\n@@ ');
  return start < 0 ? undefined : patch.slice(start + 1).replace(/\n$/, '');
}

/** A line of a patch, at its place: GitHub's `position` counts from the first hunk's head on. */
export interface PatchRow {
  position: number;
  hunk: number;
  LEFT: number | undefined;
  RIGHT: number | undefined;
}

/** The lines of a patch with their numbers on both sides. */
export function patchRows(patch: string): PatchRow[] {
  const rows: PatchRow[] = [];
  let [left, right, hunk] = [0, 0, -1];
  for (const [position, line] of patch.split('\n').entries()) {
    const head = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (head) {
      [left, right] = [Number(head[1]), Number(head[2])];
      hunk++;
    } else if (line[0] === '+') rows.push({ position, hunk, LEFT: undefined, RIGHT: right++ });
    else if (line[0] === '-') rows.push({ position, hunk, LEFT: left++, RIGHT: undefined });
    else if (line[0] === ' ') rows.push({ position, hunk, LEFT: left++, RIGHT: right++ });
  }
  return rows;
}
