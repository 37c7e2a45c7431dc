import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A folder that one process at a time owns, and in which it keeps what it works on. */
export interface Lock {
  folder: string;
  /** Deletes the folder with all that is in it, and lets the next process in. */
  release(): void;
}

/** Who holds a lock: the process, when that process started, and its machine. */
interface Holder {
  pid: number;
  started: string;
  host: string;
}

/** After this time a holder on another machine, which cannot be asked, counts as gone. */
const forgottenAfter = 15 * 60_000;

/** Thrown when another process still holds the lock after all patience. */
export class LockedError extends Error {
  constructor(readonly pid: number) {
    super(`locked by process ${pid}`);
    this.name = 'LockedError';
  }
}

/**
 * Takes `folder` as a lock, waiting up to `patience` milliseconds for another process to let it go. What a process that died left in
 * it is still there: the caller puts it right before anything else. Throws a `LockedError`, or what the file system says: `EEXIST`
 * when something that is no lock has that name.
 */
export async function takeLock(folder: string, patience: number): Promise<Lock> {
  const end = performance.now() + patience;
  for (;;) {
    const holder = tryToTake(folder);
    if (!holder) break;
    if (performance.now() > end) throw new LockedError(holder.pid);
    await pause(50);
  }
  clearLeftovers(folder);
  return {
    folder,
    release() {
      // Renamed first, so that nobody finds a lock that is half deleted.
      const gone = besideName(folder, 'done');
      renameSync(folder, gone);
      rmSync(gone, { recursive: true, force: true });
    },
  };
}

/** Takes the lock, or returns who has it. */
function tryToTake(folder: string): Holder | undefined {
  const own: Holder = { pid: process.pid, started: startOf(process.pid), host: hostName() };
  const ready = besideName(folder, 'new');
  rmSync(ready, { recursive: true, force: true });
  mkdirSync(ready);
  try {
    // The folder comes into being with its owner's mark in it, or not at all.
    writeFileSync(path.join(ready, markOf(own)), '');
    renameSync(ready, folder);
    return undefined;
  } catch (error) {
    // A lock may have been let go since, so only the refusal that has other reasons, too, asks whether there is one.
    if (isCode(error, 'ENOTEMPTY', 'EEXIST') || (isCode(error, 'EPERM') && exists(folder)))
      return takeFromDead(folder, own);
    if (isCode(error, 'ENOTDIR')) throw inTheWay(folder);
    throw error;
  } finally {
    rmSync(ready, { recursive: true, force: true });
  }
}

/** Takes the lock from an owner that runs no more; returns the owner when it does run. */
function takeFromDead(folder: string, own: Holder): Holder | undefined {
  let holder: Holder | undefined;
  try {
    const mark = readdirSync(folder).find((name) => readMark(name));
    if (mark === undefined) throw inTheWay(folder);
    holder = readMark(mark)!;
    if (isAlive(holder, path.join(folder, mark))) return holder;
    // Of several processes that find a dead owner, only one can rename its mark.
    renameSync(path.join(folder, mark), path.join(folder, markOf(own)));
    return undefined;
  } catch (error) {
    // Let go, or taken by another, while it was looked at.
    if (isCode(error, 'ENOENT')) return holder ?? own;
    throw error;
  }
}

/** Deletes what processes that died left of their own beside the lock. */
function clearLeftovers(folder: string): void {
  const parent = path.dirname(folder);
  const prefix = `${path.basename(folder)}.`;
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(prefix) && /^(?:new|done)-(\d+)$/.exec(name.slice(prefix.length))?.[1];
    if (pid && !runs(Number(pid))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function besideName(folder: string, what: 'new' | 'done'): string {
  return `${folder}.${what}-${process.pid}`;
}

function markOf({ pid, started, host }: Holder): string {
  return `owner-${pid}-${started}-${host}`;
}

function readMark(name: string): Holder | undefined {
  const match = /^owner-(\d+)-(\d*)-(.*)$/.exec(name);
  return match ? { pid: Number(match[1]), started: match[2]!, host: match[3]! } : undefined;
}

function isAlive({ pid, started, host }: Holder, mark: string): boolean {
  if (host !== hostName()) return Date.now() - statSync(mark).mtimeMs < forgottenAfter;
  return runs(pid) && startOf(pid) === started;
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** When a process started, in the kernel's ticks, so that a number given out again is not taken for the old process; empty where nobody says. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name in brackets, may itself hold brackets and spaces. A process in state Z has ended.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

function hostName(): string {
  return hostname().replace(/[^\w.-]/g, '_');
}

function inTheWay(folder: string): Error {
  return Object.assign(new Error(`${folder} is no lock`), { code: 'EEXIST', path: folder });
}

function exists(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
