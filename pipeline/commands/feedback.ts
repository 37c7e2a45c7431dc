import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { reportLimits } from '../check/feedback-report.js';
import { error, InputError } from '../faults.js';
import { createClient, type GitHub, requestFault } from '../github/client.js';
import { giveFeedback } from '../github/feedback.js';
import { NoFeedback } from '../github/no-feedback.js';
import type { Part } from '../github/publish.js';
import { TrustedVolume } from '../github/trusted-volume.js';
import { type Language, say } from '../messages/index.js';
import type { Terminal } from './build.js';

export interface FeedbackCommand {
  /** The report that `galley lint --report-file` wrote. */
  report: string;
  /** Folder that holds volume.yml, on the default branch. */
  root: string;
}

/**
 * Says on a pull request what a run found; for a workflow that `workflow_run` starts, whose environment it reads. Returns the exit code: 0 also when nothing is
 * to be said, which the log explains; 1 when GitHub did not take the summary or the status. Throws an `InputError` when it is not run in such a workflow or
 * GitHub cannot be asked.
 */
export async function feedback(command: FeedbackCommand, terminal: Terminal): Promise<number> {
  const { env, language, stdout } = terminal;
  const cwd = process.cwd();
  const prefix = prefixOf(command.root, cwd);
  const event = await readEvent(env);
  const log = (line: string) => stdout.write(`${line.replace(/[\r\n]+/g, ' ')}\n`);
  const github = clientFor(env, log);
  const refusedParts: Part[] = [];
  try {
    const written = await giveFeedback({
      github,
      event,
      report: await readReportFile(command.report),
      volume: await TrustedVolume.open(path.resolve(cwd, command.root)),
      prefix,
      server: (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, ''),
      env,
      refused: (part, detail) => {
        refusedParts.push(part);
        log(say(language, 'feedback-unwritten', { part, detail }));
      },
    });
    log(say(language, 'feedback-done', written));
    return refusedParts.includes('summary') || refusedParts.includes('status') ? 1 : 0;
  } catch (fault) {
    return reasonOf(fault, language, log);
  }
}

function reasonOf(fault: unknown, language: Language, log: (line: string) => void): number {
  if (fault instanceof NoFeedback) {
    log(say(language, fault.id, fault.args));
    return 0;
  }
  if (fault instanceof TypeError && /workflow_run/.test(fault.message))
    throw new InputError([error('feedback-no-event', { variable: 'GITHUB_EVENT_PATH' })]);
  const { status } = fault as { status?: number };
  if (status === 401) throw new InputError([error('feedback-token-refused', {})]);
  if (status !== undefined || (fault as Error).name === 'ZodError')
    throw Object.assign(new InputError([error('feedback-unreachable', { detail: requestFault(fault) })]), {
      stack: (fault as Error).stack,
    });
  throw fault;
}

/** From the top of the repository, which is the current folder, to the volume. */
function prefixOf(root: string, cwd: string): string {
  const relative = path.relative(cwd, path.resolve(cwd, root)).split(path.sep).join('/');
  if (relative.split('/')[0] === '..' || path.isAbsolute(relative))
    throw new InputError([error('feedback-root-outside', { root })]);
  return relative === '' ? '' : `${relative}/`;
}

async function readEvent(env: NodeJS.ProcessEnv): Promise<unknown> {
  const unusable = new InputError([error('feedback-no-event', { variable: 'GITHUB_EVENT_PATH' })]);
  if (!env.GITHUB_EVENT_PATH) throw unusable;
  const text = await readFile(env.GITHUB_EVENT_PATH, 'utf8').catch(() => {
    throw unusable;
  });
  try {
    return JSON.parse(text);
  } catch {
    throw unusable;
  }
}

function clientFor(env: NodeJS.ProcessEnv, log: (line: string) => void): GitHub {
  const token = env.GITHUB_TOKEN?.trim();
  if (!token) throw new InputError([error('feedback-no-token', {})]);
  const address = env.GITHUB_API_URL === undefined ? 'https://api.github.com' : env.GITHUB_API_URL.trim();
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new InputError([error('feedback-bad-address', { value: address })]);
  return createClient({ token, baseUrl: address.replace(/\/+$/, ''), log });
}

/** Bytes of a report, or `undefined` where there is none. Of a file that is too large, only as much as shows that. */
async function readReportFile(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  if (found.size > reportLimits.bytes) return new Uint8Array(reportLimits.bytes + 1);
  return readFile(file);
}
