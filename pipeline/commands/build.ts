import path from 'node:path';
import { openPandoc } from '../assemble/pandoc.js';
import { openTypst } from '../assemble/pdf/typst.js';
import type { BuildPlan, Format } from '../assemble/plan.js';
import { type Build, buildStages, readStage } from '../assemble/stages.js';
import { error, InputError } from '../faults.js';
import { type Language, say } from '../messages/index.js';
import { runStages } from '../progress.js';
import { formatFaults, formatSummary } from '../report.js';

export interface BuildOptions {
  /** Folder that holds volume.yml. */
  root: string;
  /** Folder to write to. */
  output: string;
  formats: Format[];
  offprints: boolean;
  /** A commit: only manuscripts that changed since then get an offprint. */
  since?: string;
  dryRun: boolean;
  json: boolean;
  quiet: boolean;
}

/** Where a command speaks, and how. */
export interface Terminal {
  language: Language;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/**
 * Compiles a volume and writes it whole, or not at all. The result goes to stdout, progress and warnings to stderr.
 * Returns the exit code 0; throws an `InputError` when the input does not allow a volume.
 */
export async function build(options: BuildOptions, terminal: Terminal): Promise<number> {
  const started = performance.now();
  const { language, env, signal, stdout, stderr } = terminal;
  if (options.since !== undefined && !options.offprints) throw new InputError([error('since-needs-offprints', {})]);
  const root = path.resolve(options.root);
  const state: Omit<Build, 'pandoc' | 'typst'> = {
    root,
    output: path.resolve(options.output),
    formats: options.formats,
    offprints: options.offprints,
    ...(options.since !== undefined && { since: options.since }),
    language,
    env,
    signal,
    faults: [],
    files: new Map(),
  };
  if (options.dryRun) {
    await readStage(state as Build);
    stdout.write(options.json ? `${JSON.stringify(state.plan, null, 2)}\n` : printPlan(state.plan!, language));
    return 0;
  }

  const pandoc = await openPandoc({ signal, env });
  const typst = openTypst({ signal });
  const build: Build = { ...state, pandoc, typst };
  try {
    await runStages(buildStages(language), build, {
      stream: stderr,
      interactive: Boolean(stderr.isTTY) && !env.CI,
      language,
      quiet: options.quiet,
    });
  } finally {
    await Promise.all([pandoc.close(), typst.close()]);
  }

  if (build.faults.length > 0) stderr.write(formatFaults(build.faults, language, { root, stream: stderr }));
  const summary = {
    title: build.volume!.title,
    output: build.output,
    files: build.written!,
    manuscripts: build.volume!.manuscripts.length,
    ...(build.pages !== undefined && { pages: build.pages }),
    warnings: build.faults.length,
  };
  if (options.json) stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  else stdout.write(formatSummary({ ...summary, milliseconds: performance.now() - started }, language));
  return 0;
}

function printPlan(plan: BuildPlan, language: Language): string {
  const relative = path.relative(process.cwd(), plan.output) || '.';
  return [
    say(language, 'plan-heading', { title: plan.title, output: relative }),
    ...plan.files.map((file) => `  ${file}`),
    say(language, 'plan-from', { count: plan.manuscripts.length, date: plan.sourceDate }),
    ...plan.manuscripts.map(({ path: file, title }) => `  ${file}  ${title}`),
    '',
  ].join('\n');
}
