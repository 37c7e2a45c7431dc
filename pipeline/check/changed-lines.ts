import path from 'node:path';
import { type History, since } from '../git.js';

/** Lines of a file that changed, 1-based: stretches with both ends, in order. What was taken out is the two lines around the place. */
export type ChangedLines = readonly (readonly [first: number, last: number])[];

/** Which lines changed, by absolute path; `everything` for a file that is new as a whole. Files that are not in it did not change. */
export type Changes = ReadonlyMap<string, ChangedLines | 'everything'>;

/**
 * Asks Git which lines changed since `ref` left the history that the work tree stands on, files that Git does not know yet included. `files`: absolute,
 * links resolved, all in one repository. Throws an `InputError` where there is no repository, no such commit, or no git.
 */
export async function changesSince(ref: string, files: readonly string[], folder: string): Promise<Changes> {
  return since(ref, folder, (history) => changes(history, files));
}

async function changes({ git, root, base }: History, files: readonly string[]): Promise<Changes> {
  const listing = await git(['ls-files', '-z', '--cached', '--', ...markdownFiles]);
  const tracked = new Set(listing.split('\0').map((name) => path.join(root, name)));
  const diff = await git([
    'diff',
    '--patch-with-raw',
    '-z',
    '--unified=0',
    '--inter-hunk-context=0',
    '--find-renames',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules',
    base,
    '--',
    ...markdownFiles,
  ]);
  const changed = new Map<string, ChangedLines | 'everything'>();
  for (const [name, lines] of readDiff(diff)) changed.set(path.join(root, name), lines);
  for (const file of files) if (!tracked.has(file)) changed.set(file, 'everything');
  return changed;
}

const markdownFiles = [':(icase,glob)**/*.md', ':(icase,glob)**/*.markdown'];

/**
 * Reads `git diff --patch-with-raw -z`: first the names, parted by NUL since they may hold anything, then the patches of the files in the same order.
 * https://git-scm.com/docs/diff-format
 */
export function readDiff(diff: string): Map<string, ChangedLines | 'everything'> {
  const found = new Map<string, ChangedLines | 'everything'>();
  const names: { name: string; status: string }[] = [];
  let position = 0;
  const field = () => {
    const end = diff.indexOf('\0', position);
    const value = diff.slice(position, end < 0 ? diff.length : end);
    position = end < 0 ? diff.length : end + 1;
    return value;
  };
  while (diff[position] === ':') {
    const status = field().split(' ').at(-1)![0]!;
    const first = field();
    names.push({ name: status === 'R' || status === 'C' ? field() : first, status });
  }
  // Lines of a file begin with a sign, so that none of them can begin a patch.
  const patches = diff
    .slice(diff[position] === '\0' ? position + 1 : position)
    .split(/(?<=\n)(?=diff --git )/)
    .values();
  for (const { name, status } of names) {
    // A file that was of another type before has two patches; one that is not merged has none.
    if (status === 'U') found.set(name, 'everything');
    else {
      const patch = patches.next().value ?? '';
      if (status === 'T') patches.next();
      if (status !== 'D') found.set(name, status === 'A' || status === 'T' ? 'everything' : hunksOf(patch));
    }
  }
  return found;
}

function hunksOf(patch: string): ChangedLines {
  return [...patch.matchAll(/(?<=\n)@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/g)].map(([, start, count]) => {
    const first = Number(start);
    const lines = count === undefined ? 1 : Number(count);
    return lines === 0 ? [Math.max(first, 1), first + 1] : [first, first + lines - 1];
  });
}
