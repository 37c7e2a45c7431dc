import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { killGroup, register } from './process-groups.js';

/** A conversation with a Node process of our own: one request, one response, one at a time. */
export interface Child<Request, Response> {
  readonly pid: number | undefined;
  /**
   * Sends a request and waits for its response. Throws `ChildTimeout` after `timeoutMs`, having ended the whole process group, `ChildFault`
   * when the handler threw, the process died or another call is under way, and the signal's reason when it was aborted.
   */
  call(request: Request, options: { timeoutMs: number; signal?: AbortSignal }): Promise<Response>;
  /** Lets the process end by itself, ends it when it does not, and waits until it is gone. */
  close(): Promise<void>;
  /** Ends the process group at once. */
  kill(): void;
  readonly alive: boolean;
}

/** The child took longer than it may. */
export class ChildTimeout extends Error {
  constructor(
    label: string,
    readonly milliseconds: number,
  ) {
    super(`${label} took longer than ${milliseconds / 1000} s`);
    this.name = 'ChildTimeout';
  }
}

/** The child's handler failed, or the child is gone. */
export class ChildFault extends Error {
  override name = 'ChildFault';
}

type Reply<Response> = { ok: true; response: Response } | { ok: false; message: string };

/** Starts `modulePath` (compiled JavaScript that calls `serve`) in a process group of its own, with `env` as its whole environment. */
export function startChild<Request, Response>(
  modulePath: string,
  { env, label }: { env: NodeJS.ProcessEnv; label: string },
): Child<Request, Response> {
  const child = fork(modulePath, [], {
    env,
    execArgv: [],
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  register(child);
  // The program may end while an idle child waits; it ends by itself when the channel closes.
  child.unref();
  child.channel?.unref();
  let stderr = '';
  child.stderr?.on('data', (data) => {
    stderr = (stderr + data).slice(-4000);
  });
  (child.stderr as { unref?: () => void } | null)?.unref?.();
  let alive = true;
  let busy = false;
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      alive = false;
      resolve();
    };
    child.once('exit', end);
    // Without a process id it never began, and no exit follows. Any other fault, such as a message that cannot be sent, is told where it arose.
    child.on('error', () => {
      if (child.pid === undefined) end();
    });
  });

  /** Waits for the process's end, and shortly for what it said last, which may arrive after it. */
  const lastWords = async () => {
    await gone;
    if (child.stderr?.closed === false) await Promise.race([once(child.stderr, 'close'), wait(200)]);
  };

  const kill = () => {
    alive = false;
    if (child.pid !== undefined) killGroup(child.pid);
  };

  const call = (request: Request, { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal }) =>
    new Promise<Response>((resolve, reject) => {
      if (busy) return reject(new ChildFault(`${label} has not answered the call before this one`));
      busy = true;
      const finish = (settle: () => void) => {
        busy = false;
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        child.off('message', reply);
        child.off('exit', ended);
        child.off('error', failed);
        child.channel?.unref();
        settle();
      };
      const abort = () => {
        kill();
        finish(() => reject(signal?.reason));
      };
      const reply = (message: unknown) => {
        const answer = message as Reply<Response>;
        finish(() => (answer.ok ? resolve(answer.response) : reject(new ChildFault(answer.message))));
      };
      const ended = async () => {
        await lastWords();
        const cause = child.signalCode ?? child.exitCode ?? '';
        const words = stderr.trim().split('\n').at(-1);
        finish(() => reject(new ChildFault(`${label} ended (${cause}) ${words}`.trim())));
      };
      const failed = (fault: Error) => finish(() => reject(new ChildFault(`${label}: ${fault.message}`)));
      const timer = setTimeout(() => {
        kill();
        finish(() => reject(new ChildTimeout(label, timeoutMs)));
      }, timeoutMs);
      if (signal?.aborted) return abort();
      if (!alive) return ended();
      signal?.addEventListener('abort', abort);
      child.on('message', reply);
      child.on('exit', ended);
      child.on('error', failed);
      child.channel?.ref();
      child.send(request as object, (fault) => {
        if (fault) failed(fault);
      });
    });

  const close = async () => {
    child.ref();
    const timer = setTimeout(kill, 1000);
    if (child.connected) child.disconnect();
    await gone;
    clearTimeout(timer);
  };

  return {
    pid: child.pid,
    call,
    close,
    kill,
    get alive() {
      return alive;
    },
  };
}

/** The child's side: answers every request with what `handler` returns, and ends when the parent has gone, even from within a job. */
export function serve<Request, Response>(handler: (request: Request) => Promise<Response> | Response): void {
  new Worker(new URL('./parent-watch.js', import.meta.url)).unref();
  process.on('message', async (request) => {
    let reply: Reply<Response>;
    try {
      reply = { ok: true, response: await handler(request as Request) };
    } catch (fault) {
      reply = { ok: false, message: fault instanceof Error ? fault.message : String(fault) };
    }
    process.send?.(reply);
  });
  process.on('disconnect', () => process.exit(0));
}
