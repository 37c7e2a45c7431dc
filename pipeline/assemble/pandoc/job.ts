import { error, type Fault } from '../../faults.js';
import type { PandocJob, PandocOptions } from '../pandoc.js';
import { withoutFileName } from './log.js';

/** How long one job may take, in milliseconds: what was asked for, else by the length of its input in characters. */
export function timeLimit(job: PandocJob, { jobTimeoutMs }: PandocOptions): number {
  return jobTimeoutMs ?? 30_000 + Math.ceil(job.input.length / 10_000) * 1000;
}

/** A failed run as a fault of the manuscript, with the line where pandoc gives one of it and not of a bibliography. */
export function runFault(job: PandocJob, message: string): Fault {
  const ofAnotherFile = Object.keys(job.files ?? {}).some((file) => message.includes(file));
  const [, line, column] = (!ofAnotherFile && /line (\d+),? column (\d+)/.exec(message)) || [];
  const text = withoutFileName(message).replace(/\s+/g, ' ').trim();
  const place = { path: job.label, ...(line && { line: Number(line), column: Number(column) }) };
  return error('pandoc-failed', { message: text }, place);
}

/** A run that was ended because it took too long. */
export function timeoutFault(job: PandocJob, milliseconds: number): Fault {
  return error('pandoc-timeout', { seconds: Math.round(milliseconds / 1000) }, { path: job.label });
}

/** A run in which pandoc's process broke down. */
export function crashFault(job: PandocJob, detail: string): Fault {
  return error('pandoc-crashed', { detail }, { path: job.label });
}
