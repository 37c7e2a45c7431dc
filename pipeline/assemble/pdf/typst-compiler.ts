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
  /** 1-based line of that source. */
  line?: number;
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
  /** Paths in the order in which they were first given: the compiler numbers them so, and export errors name the number only. */
  private readonly paths = new Set<string>();

  constructor(private readonly workspace: string) {
    this.compiler = NodeCompiler.create({
      workspace,
      fontArgs: [{ fontPaths: fontFiles.map(({ file }) => file) }],
    });
  }

  /** Compiles and exports; what the sources or the standard do not allow comes back as errors. */
  compile(job: CompileJob): CompileReply {
    for (const [name, text] of Object.entries(job.sources)) this.compiler.addSource(this.register(name), text);
    for (const [name, bytes] of Object.entries(job.files)) {
      this.compiler.mapShadow(this.register(name), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
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

  /** Forgets every source and file. */
  reset(): void {
    this.compiler.resetShadow();
  }

  private register(name: string): string {
    const real = this.real(name);
    this.paths.add(real);
    return real;
  }

  private real(name: string): string {
    return path.join(this.workspace, path.posix.normalize(`/${name}`));
  }

  private diagnostics(error: Parameters<Compiler['fetchDiagnostics']>[0]): Diagnostic[] {
    return (this.compiler.fetchDiagnostics(error) as RawDiagnostic[]).map(({ message, path: at, range, severity }) => ({
      message,
      severity: severity === 1 ? 'error' : 'warning',
      ...(at && { path: this.virtual(at) }),
      ...(range && { line: range.start.line + 1 }),
    }));
  }

  private virtual(at: string): string {
    const relative = at.startsWith(this.workspace) ? at.slice(this.workspace.length) : at;
    return `/${relative.replaceAll('\\', '/').replace(/^\/+/, '')}`;
  }

  // The binding throws the exporter's errors as Rust's debug text; a span's upper bits are the file's number, from 2.
  private exportErrors(thrown: unknown): Diagnostic[] {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    const found = [...text.matchAll(/span: Span\((\d+)\), message: "((?:[^"\\]|\\.)*)"/g)].map(
      ([, span, message]): Diagnostic => {
        const at = [...this.paths][Number(BigInt(span!) >> 48n) - 2];
        return {
          message: message!.replace(/\\(.)/g, '$1'),
          severity: 'error',
          ...(at && { path: this.virtual(at) }),
        };
      },
    );
    return found.length > 0 ? found : [{ message: text, severity: 'error' }];
  }
}

interface RawDiagnostic {
  message: string;
  path: string;
  range: { start: { line: number; character: number } } | null;
  severity: number;
}
