import { execFile } from 'node:child_process';
import path from 'node:path';
import { error, InputError } from './faults.js';

/** Runs git with these arguments and returns what it prints. */
type Git = (args: string[]) => Promise<string>;

/** A repository as it differs from one of its commits. */
export interface History {
  git: Git;
  /** The repository's top folder. */
  root: string;
  /** The commit that the work tree's history and the one that was asked for have in common. */
  base: string;
}

/**
 * Asks something about what happened since `ref` left the history that the work tree around `folder` stands on: on a branch, what others have done since
 * it left is not its change. Throws an `InputError` where there is no repository, no such commit, or no git.
 */
export async function since<T>(ref: string, folder: string, ask: (history: History) => Promise<T>): Promise<T> {
  // What starts with a hyphen would be an option to git, whatever follows.
  if (ref === '' || ref.startsWith('-') || /[\0-\x20\x7f]/.test(ref))
    throw new InputError([error('since-unusable', { ref })]);
  const root = await topFolder(folder);
  const git = gitIn(root);
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(() => {
    throw new InputError([error('since-unknown', { ref })]);
  });
  // A shallow clone may not reach back to where the two parted.
  const base = await git(['merge-base', commit.trim(), 'HEAD']).catch(() => commit);
  return ask({ git, root, base: base.trim() }).catch(failed);
}

/**
 * The files in `folder` that changed since `ref` (see `since`), files that Git does not know yet included, those that are gone too; absolute paths.
 */
export function filesChangedSince(ref: string, folder: string): Promise<Set<string>> {
  return since(ref, folder, async ({ git, root, base }) => {
    const within = ['--', `:(top,literal)${path.relative(root, folder).split(path.sep).join('/')}`];
    const names = await Promise.all([
      git([
        'diff',
        '--name-only',
        '-z',
        '--no-renames',
        '--no-ext-diff',
        '--no-textconv',
        '--ignore-submodules',
        base,
        ...within,
      ]),
      git(['ls-files', '--others', '-z', ...within]),
    ]);
    return new Set(
      names
        .join('')
        .split('\0')
        .filter(Boolean)
        .map((name) => path.join(root, name)),
    );
  });
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
