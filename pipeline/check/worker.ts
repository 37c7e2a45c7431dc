import { parentPort, workerData } from 'node:worker_threads';
import { packTrace } from '../../lint-rules/facts/index.js';
import { VolumeFiles } from '../volume/files.js';
import { examineInVolume, examineText, type InVolumeResult } from './examine.js';
import { parseManuscript, RuleFault, RuleRunner, type RunSettings } from './run-rules.js';
import type { Question, Reply, SentJob, SentOutcome } from './worker-pool.js';

/*
 * A thread that runs the rules over manuscripts, as many as it is sent at a time. Trees stay here; what goes back is small.
 */

const runner = new RuleRunner(workerData as RunSettings);
const volumes = new Map<string, VolumeFiles>();

function filesOf(root: string): VolumeFiles {
  const files = volumes.get(root) ?? new VolumeFiles(root);
  volumes.set(root, files);
  return files;
}

async function text({ path, source, root, folder }: SentJob): Promise<SentOutcome> {
  const { alone, trace, manuscript } = await examineText(path, source, runner);
  const inVolume = examineInVolume(manuscript, undefined, { files: filesOf(root), folder }, runner);
  return { alone, trace: packTrace(trace), inVolume };
}

async function inVolume({ path, source, root, folder, facts }: SentJob): Promise<InVolumeResult> {
  return examineInVolume(await parseManuscript(path, source), facts, { files: filesOf(root), folder }, runner);
}

parentPort!.on('message', async ({ kind, jobs }: Question) => {
  try {
    const results: (SentOutcome | InVolumeResult)[] = [];
    for (const job of jobs) results.push(kind === 'texts' ? await text(job) : await inVolume(job));
    parentPort!.postMessage({ results } as Reply);
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    const { ruleId, path, cause } = error;
    parentPort!.postMessage({ fault: { ruleId, path, error: cause as Error } } satisfies Reply);
  }
});
