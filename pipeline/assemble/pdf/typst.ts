import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Child, ChildFault, ChildTimeout, startChild } from '../../child.js';
import { error, type Fault, InputError, warning } from '../../faults.js';
import { packageRoot } from '../../package-root.js';
import type { CompileJob, CompileReply, Diagnostic } from './typst-compiler.js';

/** A compile, and what its errors are called by. */
export interface TypstJob extends Omit<CompileJob, 'format' | 'files'> {
  files?: Record<string, Uint8Array>;
  /** Paths of manuscripts by the path of the source made from them. */
  labels?: Record<string, string>;
}

export interface TypstPdf {
  pdf: Uint8Array;
  pages: number;
  /** Values of the metadata that `query` selects. */
  values: unknown[];
  warnings: Fault[];
}

/** The compiler, in a process of its own. Sources and files that one job gives stay for the next. */
export interface Typst {
  /** Compiles to PDF. Throws an `InputError` that names the manuscript whose source is at fault. */
  compile(job: TypstJob): Promise<TypstPdf>;
  /** The first page as SVG, letters as outlines. Errors as in `compile`. */
  svg(job: TypstJob): Promise<string>;
  /** The first page of a PDF as SVG, letters as outlines, and whether pages follow it. Throws an `Error` when it cannot be read. */
  pdfToSvg(pdf: Uint8Array): Promise<{ svg: string; morePages: boolean }>;
  close(): Promise<void>;
}

/** Time that a job may take, in milliseconds: a thousand pages need two seconds. */
const timeLimit = (job: CompileJob) => 120_000 + 300 * Object.keys(job.sources).length;

/** Starts the compiler. Its world is an empty folder, and the machine's fonts are hidden from it. */
export function openTypst({ signal }: { signal?: AbortSignal } = {}): Typst {
  const world = makeWorld();
  let child = startCompiler(world);
  let last: Promise<unknown> = Promise.resolve();

  const run = (job: CompileJob): Promise<CompileReply> => {
    // The process answers one job at a time.
    const next = last.then(() => {
      if (!child.alive) child = startCompiler(world);
      return callCompiler(child, job, signal);
    });
    last = next.catch(() => {});
    return next;
  };

  const finish = async (job: TypstJob, format: CompileJob['format']) => {
    const { labels = {}, files = {}, ...rest } = job;
    const reply = await run({ ...rest, files, format });
    if (!reply.ok) throw new InputError(distinct(reply.errors).map((found) => faultOf(found, labels)));
    return reply;
  };

  return {
    async compile(job) {
      const { pdf, pages, values, warnings } = await finish(job, 'pdf');
      return { pdf: pdf!, pages, values, warnings: distinct(warnings).map((found) => warningOf(found, job.labels)) };
    },
    async svg(job) {
      return (await finish(job, 'svg')).svg!;
    },
    async pdfToSvg(pdf) {
      const first = await run(figureJob(pdf, 1));
      if (!first.ok) throw new Error(first.errors[0]!.message);
      return { svg: first.svg!, morePages: (await run(figureJob(pdf, 2))).ok };
    },
    async close() {
      await child.close();
      world.remove();
    },
  };
}

interface World {
  workspace: string;
  fontConfiguration: string;
  remove(): void;
}

function makeWorld(): World {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'galley-typst-'));
  const workspace = path.join(folder, 'world');
  const fonts = path.join(folder, 'fonts');
  const fontConfiguration = path.join(folder, 'fonts.conf');
  mkdirSync(workspace);
  mkdirSync(fonts);
  // Without a folder in it, or without this file, the machine's known folders would be searched after all.
  writeFileSync(fontConfiguration, `<fontconfig><dir>${fonts}</dir></fontconfig>\n`);
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', remove);
  return { workspace, fontConfiguration, remove };
}

function startCompiler({ workspace, fontConfiguration }: World): Child<CompileJob, CompileReply> {
  const { PATH, SystemRoot, TEMP } = process.env;
  return startChild(path.join(packageRoot, 'dist/pipeline/assemble/pdf/typst-process.js'), {
    env: { PATH, SystemRoot, TEMP, FONTCONFIG_FILE: fontConfiguration, GALLEY_TYPST_WORKSPACE: workspace },
    label: 'Typst',
  });
}

async function callCompiler(child: Child<CompileJob, CompileReply>, job: CompileJob, signal?: AbortSignal) {
  const timeoutMs = timeLimit(job);
  try {
    return await child.call(job, { timeoutMs, signal });
  } catch (fault) {
    if (fault instanceof ChildTimeout) throw new InputError([error('pdf-time-limit', { seconds: timeoutMs / 1000 })]);
    if (fault instanceof ChildFault) throw new InputError([error('pdf-ended', { reason: fault.message })]);
    throw fault;
  }
}

function figureJob(pdf: Uint8Array, page: number): CompileJob {
  const main = '/figure.typ';
  const source = `#set page(width: auto, height: auto, margin: 0pt)\n#image("/figure.pdf", page: ${page})\n`;
  return { sources: { [main]: source }, files: { '/figure.pdf': pdf }, main, format: 'svg' };
}

function distinct(diagnostics: Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((found) => [`${found.path}\n${found.message}`, found]));
  return [...seen.values()];
}

function faultOf(found: Diagnostic, labels: Record<string, string>): Fault {
  const { message } = found;
  const path = manuscriptOf(found, labels);
  return path ? error('pdf-not-set', { message }, { path }) : error('pdf-volume-not-set', { message });
}

function warningOf(found: Diagnostic, labels: Record<string, string> = {}): Fault {
  const path = manuscriptOf(found, labels);
  return warning('pdf-warning', { message: found.message }, path ? { path } : undefined);
}

function manuscriptOf({ path: source, trace = [] }: Diagnostic, labels: Record<string, string>): string | undefined {
  return [source, ...trace].map((at) => at && labels[at]).find((at) => at);
}
