import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  seconds: number;
  /** Peak of the summed resident memory of the process and all its descendants, in MiB; NaN where /proc is missing. */
  peakMiB: number;
  stdout: string;
}

/** Runs a command to its end; throws with its stderr when it ends with another code than those that are `fine`. */
export function measure(
  command: string,
  args: string[],
  cwd: string,
  fine: readonly number[] = [0],
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd, env: { ...process.env, CI: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    // Only gathered, since a process that prints much waits for whoever reads it.
    const printed: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (data) => printed.push(data));
    child.stderr.on('data', (data) => said.push(data));
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, treeMemory(child.pid!));
    }, 50);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === null || !fine.includes(code))
        reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${Buffer.concat(said)}`));
      else {
        const seconds = (performance.now() - started) / 1000;
        resolve({
          seconds,
          peakMiB: peak > 0 ? peak / 2 ** 20 : Number.NaN,
          stdout: Buffer.concat(printed).toString(),
        });
      }
    });
  });
}

/** Resident bytes of a process and its descendants, as /proc tells. */
function treeMemory(root: number): number {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  try {
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      const pid = Number(entry);
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
        // The second field is the command in parentheses and may hold spaces; what follows is counted from its end.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const parent = Number(fields[1]);
        children.set(parent, [...(children.get(parent) ?? []), pid]);
        resident.set(pid, Number(fields[21]) * 4096);
      } catch {
        // It ended while we looked.
      }
    }
  } catch {
    return 0;
  }
  const sum = (pid: number): number =>
    (resident.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}
