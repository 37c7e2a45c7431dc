import path from 'node:path';
import { styleText } from 'node:util';
import type { Fault } from './faults.js';
import { type Language, say, sayFault } from './messages/index.js';
import { printable, takesColor } from './terminal-text.js';
import type { Place } from './volume/types.js';

export { formatSummary } from './summary.js';

export interface FaultFormat {
  /** The volume's folder, which the faults' paths are relative to. */
  root: string;
  /** Where the text will be shown; decides on colours. */
  stream: NodeJS.WriteStream;
  /** Folder that paths are shown relative to; by default the current one. */
  cwd?: string;
}

/** No reader works through more than this at once; the rest is counted. */
const faultLimit = 200;

/**
 * Faults as lines `path:line:column  error  sentence`, sorted by file and line, and how many they are. Past `faultLimit`, errors are
 * shown before warnings and the rest is counted by kind. Nothing in a name or an excerpt reaches the terminal as a command.
 */
export function formatFaults(faults: Fault[], language: Language, format: FaultFormat): string {
  const bySeverity = [...faults].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  const shown = bySeverity.slice(0, faultLimit).sort(byPlace);
  const rest = bySeverity.slice(faultLimit);
  const paint = painter(format.stream);
  const lines = shown.map((fault) => formatFault(fault, language, format, paint));
  if (rest.length > 0)
    lines.push(paint('dim', say(language, 'faults-left-out', { count: rest.length, kinds: kindsOf(rest) })));
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  lines.push('', paint('bold', say(language, 'fault-count', { errors, warnings: faults.length - errors })));
  return `${lines.join('\n')}\n`;
}

type Paint = (style: 'red' | 'yellow' | 'bold' | 'dim', text: string) => string;

function painter(stream: NodeJS.WriteStream): Paint {
  if (!takesColor(stream)) return (_, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

function formatFault(fault: Fault, language: Language, format: FaultFormat, paint: Paint): string {
  const severity = paint(fault.severity === 'error' ? 'red' : 'yellow', say(language, fault.severity, {}));
  // A sentence of our own may have several lines; what is quoted in it may not begin one.
  const sentence = sayFault(language, { ...fault, args: printableArgs(fault.args) as Fault['args'] });
  const text = sentence.replaceAll('\n', '\n  ');
  const place = fault.place && placeText(fault.place, format);
  return [...(place ? [paint('bold', place)] : []), severity, text].join('  ');
}

function placeText({ path: file, line, column }: Place, { root, cwd = process.cwd() }: FaultFormat): string {
  const shown = printable(path.relative(cwd, path.resolve(root, file)) || '.');
  // Build servers take a line that starts with two colons for a command.
  const safe = shown.startsWith(':') ? `./${shown}` : shown;
  return [safe, ...(line === undefined ? [] : [line, ...(column === undefined ? [] : [column])])].join(':');
}

function printableArgs(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(printableArgs);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableArgs(inner)]));
}

function byPlace({ place: a }: Fault, { place: b }: Fault): number {
  const one = a?.path ?? '';
  const other = b?.path ?? '';
  if (one !== other) return one < other ? -1 : 1;
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

function kindsOf(faults: Fault[]): [kind: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { id } of faults) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
