import type { ChildProcess } from 'node:child_process';

const live = new Set<number>();

/** Kills every process group that was started and has not ended; for the end of the program and for SIGINT. */
export function endAllChildren(): void {
  for (const pid of live) killGroup(pid);
}

/** Remembers a process group until its leader ends, so that `endAllChildren` reaches it. */
export function register(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  live.add(pid);
  child.once('exit', () => live.delete(pid));
}

/** Ends a process and all that it started; silent when they are gone already. */
export function killGroup(pid: number): void {
  try {
    // A negative number names the group; on Windows, which has none, the process alone.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    live.delete(pid);
  }
}
