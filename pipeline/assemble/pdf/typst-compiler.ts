import path from 'node:path';
import { type NodeCompiler as Compiler, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.js';

/** One compile. Sources and files are named by absolute paths of the compiler's own world, where nothing else exists; they stay for later jobs. */
export interface CompileJob {
  sources: Record<string, string>;
  files: Record<string, Uint8Array>;
  /** Path of the source to compile. */
  main: string;
  /** `pdf`: whole document; `svg`: its first page, letters as outlines. */
  format: 'pdf' | 'svg';
  /** PDF standard as the compiler names it: `ua-1`, `1.7`, `a-2a`, … */
  standard?: string;
  /** Selector of metadata whose values are wanted, such as `<ranges>`. */
  query?: string;
}

/** Something that the compiler said. */
export interface Diagnostic {
  message: string;
  severity: 'error' | 'warning';
  /** Path of the source that it speaks of, where known. */
  path?: string;
  /** Paths of the sources by way of which the compiler came there, the nearest first. */
  trace?: string[];
}

export type CompileReply =
  | { ok: true; pdf?: Uint8Array; svg?: string; pages: number; values: unknown[]; warnings: Diagnostic[] }
  | { ok: false; errors: Diagnostic[] };

/**
 * Typst over sources in memory. `workspace` is an empty folder: the compiler follows symbolic links, so that nothing may lie in it.
 * The machine's own fonts are kept out by the environment that the process is started with, not here.
 */
export class TypstCompiler {
  private readonly compiler: Compiler;
  /** Sources by path, the last of each; export errors need them to be found again. */
  private readonly sources = new Map<string, string>();

  constructor(private readonly workspace: string) {
    this.compiler = NodeCompiler.create({
      workspace,
      fontArgs: [{ fontPaths: fontFiles.map(({ file }) => file) }],
    });
  }

  /** Compiles and exports; what the sources or the standard do not allow comes back as errors. */
  compile(job: CompileJob): CompileReply {
    for (const [name, text] of Object.entries(job.sources)) {
      this.sources.set(this.real(name), text);
      this.compiler.addSource(this.real(name), text);
    }
    for (const [name, bytes] of Object.entries(job.files)) {
      this.compiler.mapShadow(this.real(name), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
    const compiled = this.compiler.compile({ mainFilePath: this.real(job.main) });
    const failure = compiled.takeError();
    if (failure) return { ok: false, errors: this.diagnostics(failure) };
    const warned = compiled.takeWarnings();
    const document = compiled.result!;
    const reply = {
      ok: true as const,
      pages: document.numOfPages,
      values: job.query ? (this.compiler.query(document, { selector: job.query, field: 'value' }) as unknown[]) : [],
      warnings: warned ? this.diagnostics(warned) : [],
    };
    if (job.format === 'svg') return { ...reply, svg: this.compiler.plainSvg(document) };
    try {
      return { ...reply, pdf: this.compiler.pdf(document, { pdfStandard: job.standard ?? '1.7' }) };
    } catch (thrown) {
      return { ok: false, errors: this.exportErrors(thrown) };
    }
  }

  private real(name: string): string {
    return path.join(this.workspace, path.posix.normalize(`/${name}`));
  }

  private diagnostics(error: Parameters<Compiler['fetchDiagnostics']>[0]): Diagnostic[] {
    const found: Diagnostic[] = [];
    for (const { message, path: at, severity } of this.compiler.fetchDiagnostics(error) as RawDiagnostic[]) {
      if (severity === traced) found.at(-1)?.trace?.push(this.virtual(at));
      else {
        const place = at ? { path: this.virtual(at) } : {};
        found.push({ message, severity: severity === 1 ? 'error' : 'warning', ...place, trace: [] });
      }
    }
    return found;
  }

  private virtual(at: string): string {
    const relative = at.startsWith(this.workspace) ? at.slice(this.workspace.length) : at;
    return `/${relative.replaceAll('\\', '/').replace(/^\/+/, '')}`;
  }

  // The binding throws the exporter's errors as Rust's debug text, in which a span's upper bits are the file's number.
  private exportErrors(thrown: unknown): Diagnostic[] {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    const found = [...text.matchAll(/span: Span\((\d+)\), message: "((?:[^"\\]|\\.)*)"/g)];
    if (found.length === 0) return [{ message: text, severity: 'error' }];
    const wanted = new Set(found.map(([, span]) => fileNumber(span!)));
    const paths = this.pathsOf(wanted);
    return found.map(([, span, message]): Diagnostic => {
      const at = paths.get(fileNumber(span!));
      return { message: message!.replace(/\\(.)/g, '$1'), severity: 'error', ...(at && { path: this.virtual(at) }) };
    });
  }

  /** Paths of the sources with these numbers. A file is numbered when it is first used, and says its number only in an error: each is made to fail once. */
  private pathsOf(wanted: Set<number>): Map<number, string> {
    const paths = new Map<number, string>();
    for (const [at, text] of this.sources) {
      if (paths.size === wanted.size) break;
      this.compiler.addSource(at, failing);
      const { result } = this.compiler.compile({ mainFilePath: at });
      try {
        this.compiler.pdf(result!, { pdfStandard: 'ua-1' });
      } catch (thrown) {
        const number = fileNumber(/Span\((\d+)\)/.exec((thrown as Error).message)?.[1] ?? '0');
        if (wanted.has(number)) paths.set(number, at);
      }
      this.compiler.addSource(at, text);
    }
    return paths;
  }
}

/** A source that compiles, and that no export for PDF/UA takes: no font has its only character. */
const failing = '#set document(title: "x")\n#set text(fallback: false)\n\\u{e000}';

function fileNumber(span: string): number {
  return Number(BigInt(span) >> 48n);
}

interface RawDiagnostic {
  message: string;
  path: string;
  severity: number;
}

/** Severity of what is no message of its own but a step on the way to the one before. */
const traced = 4;
