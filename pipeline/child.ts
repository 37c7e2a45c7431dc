import { type ChildProcess, fork } from 'node:child_process';

/** A conversation with a Node process of our own: one request, one response, one at a time. */
export interface Child<Request, Response> {
  readonly pid: number | undefined;
  /**
   * Sends a request and waits for its response. Throws `ChildTimeout` after `timeoutMs`, having ended the whole process group, `ChildFault`
   * when the handler threw or the process died, and the signal's reason when it was aborted.
   */
  call(request: Request, options: { timeoutMs: number; signal?: AbortSignal }): Promise<Response>;
  /** Lets the process end by itself, and ends it when it does not. */
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
  child.once('exit', () => {
    alive = false;
  });
  child.once('error', () => {
    alive = false;
  });

  const kill = () => {
    alive = false;
    if (child.pid !== undefined) killGroup(child.pid);
  };

  const call = (request: Request, { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal }) =>
    new Promise<Response>((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        child.off('message', reply);
        child.off('exit', gone);
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
      const gone = (code: number | null, by: string | null) =>
        finish(() =>
          reject(new ChildFault(`${label} ended (${by ?? code}) ${stderr.trim().split('\n').at(-1) ?? ''}`.trim())),
        );
      const failed = (fault: Error) => finish(() => reject(new ChildFault(`${label}: ${fault.message}`)));
      const timer = setTimeout(() => {
        kill();
        finish(() => reject(new ChildTimeout(label, timeoutMs)));
      }, timeoutMs);
      if (signal?.aborted) return abort();
      if (!alive) return gone(child.exitCode, child.signalCode);
      signal?.addEventListener('abort', abort);
      child.on('message', reply);
      child.on('exit', gone);
      child.on('error', failed);
      child.channel?.ref();
      child.send(request as object, (fault) => {
        if (fault) failed(fault);
      });
    });

  const close = () =>
    new Promise<void>((resolve) => {
      if (!alive || child.exitCode !== null || child.signalCode !== null) return resolve();
      const timer = setTimeout(kill, 1000);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.ref();
      if (child.connected) child.disconnect();
    });

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

/** The child's side: answers every request with what `handler` returns, and ends when the parent has gone. */
export function serve<Request, Response>(handler: (request: Request) => Promise<Response> | Response): void {
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
