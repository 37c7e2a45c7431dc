import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { type Contents, conflicts, insideName, isOutputPath, readContents } from './contents.js';
import { syncFolder } from './durable.js';
import { outputFault } from './faults.js';
import { finishInPlace, journalName, replaceInPlace } from './in-place.js';
import { type Lock, takeLock } from './lock.js';
import { finishSwap, maySwap, swap } from './swap.js';

/** A volume that is written beside the one in the output folder, and takes its place as a whole. */
export interface Staging {
  /** Writes a file, waiting until the disk has it; `name` is relative to the output folder, POSIX, at most one folder deep. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Replaces the old volume by what was written. What Galley did not write stays as it is. */
  commit(): Promise<void>;
  /** Drops what was written. Safe to call at any time, and to call twice. */
  discard(): Promise<void>;
}

/**
 * Prepares the replacement of the volume in `output` (absolute; made when missing). Waits up to `patience` milliseconds while another
 * build writes there. First puts right what an interrupted build left.
 *
 * The new volume is written to a hidden folder beside the output folder, on the same file system, so that it can take the old one's
 * place by renaming; where that is not possible (a mount point, a parent that may not be written), to a hidden folder inside.
 * All three functions throw an `InputError` when the folder does not allow it; the old volume is then untouched.
 */
export async function openStaging(output: string, patience = 30_000): Promise<Staging> {
  try {
    const target = prepareTarget(output);
    const lock = await lockFor(target, patience);
    try {
      return new FolderStaging(target, lock, workFolder(target, lock));
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw outputFault(error, output);
  }
}

class FolderStaging implements Staging {
  private state: 'open' | 'committing' | 'closed' = 'open';
  private readonly files: string[] = [];
  private readonly onExit = () => this.close();

  constructor(
    private readonly output: string,
    private readonly lock: Lock,
    private readonly work: string,
  ) {
    mkdirSync(path.join(work, 'new'));
    process.on('exit', this.onExit);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    if (!isOutputPath(name)) throw new Error(`Not a name for an output file: ${JSON.stringify(name)}`);
    const file = path.join(this.work, 'new', name);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      const handle = await open(file, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      this.files.push(name);
    } catch (error) {
      throw outputFault(error, this.output);
    }
  }

  /** All of it is synchronous, so that no signal's handler can end the process in the middle. */
  async commit(): Promise<void> {
    try {
      this.replace();
    } catch (error) {
      if (!this.isHalfway()) this.state = 'open';
      throw outputFault(error, this.output);
    }
    this.close();
  }

  async discard(): Promise<void> {
    this.close();
  }

  private replace(): void {
    const prepared = path.join(this.work, 'new');
    for (const folder of new Set(this.files.map((file) => path.dirname(path.join(prepared, file))))) syncFolder(folder);
    if (!existsSync(this.output)) {
      renameSync(prepared, this.output);
    } else {
      const contents = readContents(this.output);
      const taken = conflicts(this.output, this.files, contents);
      if (taken.length > 0) throw Object.assign(new Error('taken'), { code: 'TAKEN', names: taken });
      this.state = 'committing';
      const beside = path.dirname(this.work) === path.dirname(this.output);
      if (!(beside && maySwap(this.output, contents) && swap(this.work, this.output, contents))) {
        this.replaceFiles(contents);
      }
    }
    this.state = 'open';
    syncFolder(path.dirname(this.output));
  }

  private isHalfway(): boolean {
    return ['old', 'anew', journalName].some((name) => existsSync(path.join(this.work, name)));
  }

  private replaceFiles({ own }: Contents): void {
    const obsolete = own.filter((file) => !this.files.includes(file));
    replaceInPlace(this.work, this.output, this.files, obsolete);
  }

  /** Lets the lock go and deletes what is prepared; what a commit that failed halfway left is kept for the next start to put right. */
  private close(): void {
    if (this.state !== 'open') return;
    this.state = 'closed';
    process.off('exit', this.onExit);
    try {
      if (this.work !== this.lock.folder) rmSync(this.work, { recursive: true, force: true });
      this.lock.release();
    } catch {
      // What is left lies hidden and is cleared at the next start; the volume itself is as it should be.
    }
  }
}

/** The folder that is meant, a symbolic link that the user named followed once; its parent is made when missing. */
function prepareTarget(output: string): string {
  if (!lstatSync(output, { throwIfNoEntry: false })) {
    mkdirSync(path.dirname(output), { recursive: true });
    return path.join(realpathSync(path.dirname(output)), path.basename(output));
  }
  // An exchange that was cut short leaves a link to nothing until it is completed.
  const target = existsSync(output) ? realpathSync(output) : path.resolve(path.dirname(output), readlinkSync(output));
  if (!lstatSync(target, { throwIfNoEntry: false })) return target;
  if (!lstatSync(target).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  return target;
}

/** The lock beside the output folder, or inside where the parent may not be written. */
async function lockFor(output: string, patience: number): Promise<Lock> {
  const beside = path.join(path.dirname(output), `.${path.basename(output)}.galley`);
  try {
    return await takeLock(beside, patience);
  } catch (error) {
    const refused = ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (!refused || !existsSync(output)) throw error;
    return takeLock(path.join(output, insideName), patience);
  }
}

/** Puts right what an interrupted build left, and returns the folder to prepare the new volume in. */
function workFolder(output: string, lock: Lock): string {
  const inside = path.join(output, insideName);
  for (const work of new Set([lock.folder, inside])) recover(work, output);
  if (lock.folder === inside || !existsSync(output) || canMove(lock.folder, output)) return lock.folder;
  mkdirSync(inside);
  return inside;
}

function recover(work: string, output: string): void {
  if (!lstatSync(work, { throwIfNoEntry: false })?.isDirectory()) return;
  finishInPlace(work, output);
  finishSwap(work, output);
  for (const name of ['new', 'backup', 'probe', 'draft', 'rubbish'])
    rmSync(path.join(work, name), { recursive: true, force: true });
  if (path.dirname(work) === output) removeIfEmpty(work);
}

/** Whether things can be moved from `work` into `output`: not where `output` is a mount point. Also the first sign of a folder that may not be written. */
function canMove(work: string, output: string): boolean {
  const probe = path.join(work, 'probe');
  const arrived = path.join(output, insideName);
  mkdirSync(probe);
  try {
    renameSync(probe, arrived);
    rmdirSync(arrived);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    rmdirSync(probe);
    return false;
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is the lock itself, or holds what is not known here.
  }
}
