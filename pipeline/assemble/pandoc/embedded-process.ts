/**
 * The embedded pandoc's process: the official build for WebAssembly from the package `pandoc-wasm`, started once and kept warm. Its file system
 * is a map in memory that holds what a job brings and nothing else, so that no manuscript can read a file it was not given.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Directory, File, type Inode, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { serve } from '../../child.js';
import type { PandocJob, PandocWarning } from '../pandoc.js';
import { warningsFrom } from './log.js';

export type EmbeddedRequest = Pick<PandocJob, 'defaults' | 'input' | 'files'>;
export type EmbeddedResponse = { output: string; warnings: PandocWarning[]; error?: string; memory: number };

/** What is used of the global that neither the language's types nor Node's declare. */
declare const WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: object }> };

interface Exports {
  memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  convert(pointer: number, length: number): void;
  hs_init_with_rtsopts(argc: number, argv: number): void;
  __wasm_call_ctors(): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What the program believes to be its command line; `-H64m` is the heap that the package itself suggests. */
const commandLine = ['pandoc.wasm', '+RTS', '-H64m', '-RTS'];

async function start(): Promise<(request: EmbeddedRequest) => EmbeddedResponse> {
  const root = new Map<string, Inode>();
  const wasm = await readFile(fileURLToPath(new URL('./pandoc.wasm', import.meta.resolve('pandoc-wasm'))));
  const environment = ['PWD=/', 'LANG=C.UTF-8', `SOURCE_DATE_EPOCH=${process.env.SOURCE_DATE_EPOCH ?? '0'}`];
  const descriptors = [0, 1, 2].map(() => new OpenFile(new File([])));
  const wasi = new WASI(commandLine, environment, [...descriptors, new PreopenDirectory('/', root)], { debug: false });
  const { instance } = await WebAssembly.instantiate(wasm, { wasi_snapshot_preview1: wasi.wasiImport });
  const { exports } = instance as { exports: Exports };
  wasi.initialize(instance as Parameters<typeof wasi.initialize>[0]);
  exports.__wasm_call_ctors();
  startRuntime(exports);

  return ({ defaults, input, files = {} }) => {
    root.clear();
    for (const [path, content] of Object.entries(files)) put(root, path, new File(content));
    const stdin = new File(encoder.encode(input));
    const [stdout, stderr, warnings] = [new File([]), new File([]), new File([])];
    for (const [name, file] of Object.entries({ stdin, stdout, stderr, warnings })) root.set(name, file);
    const json = encoder.encode(JSON.stringify(defaults));
    const pointer = exports.malloc(json.length);
    new Uint8Array(exports.memory.buffer, pointer, json.length).set(json);
    exports.convert(pointer, json.length);
    const error = decoder.decode(stderr.data).trim();
    return {
      output: decoder.decode(stdout.data),
      warnings: warningsFrom(decoder.decode(warnings.data)),
      ...(/^ERROR: /m.test(error) && { error: error.replace(/^ERROR: /m, '') }),
      memory: exports.memory.buffer.byteLength,
    };
  };
}

/** Hands the command line to Haskell's runtime as C strings. The memory may move with every allocation, so views are made anew. */
function startRuntime(exports: Exports): void {
  const view = () => new DataView(exports.memory.buffer);
  const cString = (text: string) => {
    const bytes = encoder.encode(`${text}\0`);
    const pointer = exports.malloc(bytes.length);
    new Uint8Array(exports.memory.buffer, pointer, bytes.length).set(bytes);
    return pointer;
  };
  const pointers = commandLine.map(cString);
  const argv = exports.malloc(4 * (pointers.length + 1));
  [...pointers, 0].forEach((pointer, index) => {
    view().setUint32(argv + 4 * index, pointer, true);
  });
  const argc = exports.malloc(4);
  view().setUint32(argc, pointers.length, true);
  const argvPointer = exports.malloc(4);
  view().setUint32(argvPointer, argv, true);
  exports.hs_init_with_rtsopts(argc, argvPointer);
}

function put(folder: Map<string, Inode>, path: string, file: File): void {
  const [name, ...rest] = path.split('/');
  if (name === undefined || name === '' || name === '.' || name === '..') return;
  if (rest.length === 0) {
    folder.set(name, file);
    return;
  }
  const existing = folder.get(name);
  const child = existing instanceof Directory ? existing : new Directory(new Map());
  folder.set(name, child);
  put(child.contents, rest.join('/'), file);
}

// Started at once, so that it is ready when the first job has been prepared.
const started = start();
serve<EmbeddedRequest | 'start', EmbeddedResponse | undefined>(async (request) => {
  const run = await started;
  return request === 'start' ? undefined : run(request);
});
