import { execFile } from 'node:child_process';
import path from 'node:path';
import { error, InputError } from '../faults.js';

/** Lines of a file that changed, 1-based: stretches with both ends, in order. What was taken out is the two lines around the place. */
export type ChangedLines = readonly (readonly [first: number, last: number])[];

/** Which lines changed, by absolute path; `everything` for a file that is new as a whole. Files that are not in it did not change. */
export type Changes = ReadonlyMap<string, ChangedLines | 'everything'>;

type Git = (args: string[]) => Promise<string>;

/**
 * Asks Git which lines changed since `ref` left the history that the work tree stands on, files that Git does not know yet included. `files`: absolute,
 * links resolved, all in one repository. Throws an `InputError` where there is no repository, no such commit, or no git.
 */
export async function changesSince(ref: string, files: readonly string[], folder: string): Promise<Changes> {
  // What starts with a hyphen would be an option to git, whatever follows.
  if (ref === '' || ref.startsWith('-') || /[\0-\x20\x7f]/.test(ref)) throw unusable(ref);
  const root = await topFolder(folder);
  const git = gitIn(root);
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(() => {
    throw new InputError([error('since-unknown', { ref })]);
  });
  return changes(git, commit.trim(), root, files).catch(failed);
}

async function topFolder(folder: string): Promise<string> {
  const output = await gitIn(folder)(['rev-parse', '--show-toplevel']).catch((fault: Error) => {
    if (!/not a git repository/i.test(fault.message)) return failed(fault);
    throw new InputError([error('since-no-repository', { folder })]);
  });
  return path.resolve(output.replace(/\r?\n$/, ''));
}

function failed(fault: Error): never {
  if (fault instanceof InputError) throw fault;
  throw new InputError([error('since-failed', { detail: fault.message.split('\n')[0]! })]);
}

function unusable(ref: string): InputError {
  return new InputError([error('since-unusable', { ref })]);
}

async function changes(git: Git, commit: string, root: string, files: readonly string[]): Promise<Changes> {
  // On a branch, what others have done since it left is not its change. A shallow clone may not reach back that far.
  const base = await git(['merge-base', commit, 'HEAD']).catch(() => commit);
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
    base.trim(),
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

/** Runs git in a folder, without a shell and without anything that a repository could make it run. */
function gitIn(folder: string): Git {
  // In a hook, these speak of the folder that the hook runs in.
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_PREFIX: ___, ...inherited } = process.env;
  const env = { ...inherited, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  const options = { env, encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024, windowsHide: true } as const;
  return (args) =>
    new Promise((resolve, reject) => {
      execFile('git', ['-C', folder, '-c', 'core.fsmonitor=false', ...args], options, (fault, stdout, stderr) => {
        if (!fault) resolve(stdout);
        else if (fault.code === 'ENOENT') reject(new InputError([error('since-no-git', {})]));
        else reject(new Error(stderr.trim() || fault.message));
      });
    });
}
