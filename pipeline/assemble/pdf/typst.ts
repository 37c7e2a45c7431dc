import { error, InputError } from '../../faults.js';
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
  warnings: Diagnostic[];
}

/** The compiler in a process of its own. Sources and files that one job gives stay for the next. */
export interface Typst {
  /** Compiles to PDF. Throws an `InputError` that names the manuscript whose source is at fault. */
  compile(job: TypstJob): Promise<TypstPdf>;
  /** The first page as SVG, letters as outlines. */
  svg(job: TypstJob): Promise<string>;
  /** The first page of a PDF as SVG, letters as outlines, and whether pages follow it. Throws an `Error` when it is no PDF that can be read. */
  pdfToSvg(pdf: Uint8Array): Promise<{ svg: string; morePages: boolean }>;
  close(): Promise<void>;
}

/** A `Typst` over anything that does jobs. */
export function typstOver(run: (job: CompileJob) => Promise<CompileReply>, close: () => Promise<void>): Typst {
  const finish = async (job: TypstJob, format: CompileJob['format']) => {
    const { labels = {}, files = {}, ...rest } = job;
    const reply = await run({ ...rest, files, format });
    if (!reply.ok) throw new InputError(reply.errors.map((found) => faultOf(found, labels)));
    return reply;
  };
  return {
    async compile(job) {
      const { pdf, pages, values, warnings } = await finish(job, 'pdf');
      return { pdf: pdf!, pages, values, warnings };
    },
    async svg(job) {
      return (await finish(job, 'svg')).svg!;
    },
    async pdfToSvg(pdf) {
      const page = (number: number): CompileJob => ({
        sources: {
          '/figure.typ': `#set page(width: auto, height: auto, margin: 0pt)\n#image("/figure.pdf", page: ${number})\n`,
        },
        files: { '/figure.pdf': pdf },
        main: '/figure.typ',
        format: 'svg',
      });
      const first = await run(page(1));
      if (!first.ok) throw new Error(first.errors[0]!.message);
      return { svg: first.svg!, morePages: (await run(page(2))).ok };
    },
    close,
  };
}

function faultOf({ message, path }: Diagnostic, labels: Record<string, string>) {
  const label = path && labels[path];
  return label ? error('pdf-not-set', { message }, { path: label }) : error('pdf-volume-not-set', { message });
}
