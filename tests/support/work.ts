import { Session } from 'node:inspector/promises';

type Method = (...args: never[]) => unknown;

/** Units of text or items of lists that the engine's own methods go through: counted here, since no profile sees into them. */
let touched = 0;

const strings = ['indexOf', 'lastIndexOf', 'includes', 'startsWith', 'endsWith'] as const;
const copies = [
  'slice',
  'substring',
  'substr',
  'trim',
  'trimEnd',
  'trimStart',
  'toLowerCase',
  'toUpperCase',
  'normalize',
  'repeat',
  'padEnd',
] as const;
const searches = ['indexOf', 'lastIndexOf', 'includes', 'find', 'findIndex', 'some', 'every'] as const;
const walks = [
  'slice',
  'splice',
  'shift',
  'unshift',
  'concat',
  'filter',
  'map',
  'flatMap',
  'reverse',
  'join',
  'sort',
] as const;

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

/** Replaces a method by one that adds `cost` of each call to the count; the function returned puts it back. */
function counting(
  prototype: object,
  name: string,
  cost: (self: never, args: never[], result: unknown) => number,
): () => void {
  const methods = prototype as Record<string, Method>;
  const original = methods[name]!;
  methods[name] = function (this: never, ...args: never[]) {
    const result = original.apply(this, args);
    touched += cost(this, args, result);
    return result;
  };
  return () => {
    methods[name] = original;
  };
}

/** How far a search from the start, or from `args[1]`, went. */
function searched(self: string, args: unknown[], result: unknown): number {
  const from = typeof args[1] === 'number' ? args[1] : 0;
  return typeof result === 'number' && result >= 0 ? Math.abs(result - from) + lengthOf(args[0]) : self.length - from;
}

/** A pattern goes at least from where it starts to the end of what it finds. Every method that takes a pattern comes here once it is replaced. */
function countingPatterns(): () => void {
  const original = RegExp.prototype.exec;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = original.call(this, text);
    const end = match ? match.index + match[0].length : this.sticky ? from + 1 : String(text).length;
    touched += Math.max(1, end - from);
    return match;
  };
  return () => {
    RegExp.prototype.exec = original;
  };
}

/** Work by the file that did it; `engine` is what the engine's own methods went through on behalf of them all. */
export type Work = Map<string, number>;

let session: Session | undefined;

/**
 * Counts the work of `run` in files whose path contains `where`: how often each block of them is run (V8's precise coverage), and the letters and
 * items that the engine's own methods go through. What is counted does not depend on the machine and its load.
 */
export async function workOf(where: string, run: () => unknown): Promise<Work> {
  if (!session) {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }
  // Taking the counts sets them back to zero.
  await session.post('Profiler.takePreciseCoverage');
  const restore = [
    countingPatterns(),
    ...strings.map((name) => counting(String.prototype, name, searched)),
    ...copies.map((name) => counting(String.prototype, name, (_self, _args, result) => lengthOf(result))),
    ...searches.map((name) => counting(Array.prototype, name, found)),
    ...walks.map((name) => counting(Array.prototype, name, (self) => lengthOf(self))),
  ];
  touched = 0;
  try {
    await run();
  } finally {
    for (const put of restore) put();
  }
  const work: Work = new Map([['engine', touched]]);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  for (const { url, functions } of result) {
    if (!url.includes(where)) continue;
    let blocks = 0;
    for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    work.set(url.slice(url.indexOf(where) + where.length), blocks);
  }
  return work;
}

const found = (self: unknown[], _args: never[], result: unknown) =>
  typeof result === 'number' && result >= 0 ? result : lengthOf(self);

/** Where the work for a text `times` as large has grown beyond proportion, with the counts; small counts are no evidence. */
export function outgrown(small: Work, large: Work, times: number): string[] {
  return [...large]
    .filter(([file, count]) => count > (small.get(file) ?? 0) * times * 1.35 + 6000)
    .map(([file, count]) => `${file}: ${small.get(file) ?? 0}, then ${count}`);
}
