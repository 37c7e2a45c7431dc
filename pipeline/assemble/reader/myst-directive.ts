import { parse } from 'yaml';
import { closesFence, fenceOpening } from './markdown-lines.js';

/** A directive of MyST, taken apart. */
export interface Directive {
  name: string;
  argument: string;
  options: Map<string, string>;
  /** Without the options. */
  body: string[];
  /** Lines that the opening and the options take. */
  head: number;
  /** Index of its last line. */
  end: number;
  indent: string;
  /** The opening line, for finding its place. */
  written: string;
}

const opening = /^([ \t]*)(`{3,}|~{3,}|:{3,})[ \t]*\{([A-Za-z][\w:.+-]*)([^{}]*)\}[ \t]*(.*)$/;
const option = /^:([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/;

/** Whether a line opens a directive. */
export function opensDirective(line: string): boolean {
  return opening.test(line);
}

/** The directive that opens on line `start`. One that is never closed ends before the next heading. */
export function readDirective(lines: string[], start: number): Directive | undefined {
  const match = opening.exec(lines[start]!);
  if (!match) return undefined;
  const [written, indent, fence, name, braces, rest] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const base = { name: name.toLowerCase(), indent, written: written.trim() };
  const options = optionsInBraces(braces);

  // All on one line, as it comes out when an editor joins lines.
  if (fence[0] === ':' && rest.endsWith(fence) && rest.trim() !== fence) {
    const { argument, text } = optionsInLine(rest.slice(0, -fence.length), options);
    return { ...base, argument, options, body: [text], head: 1, end: start };
  }
  const end = closingLine(lines, start, fence) ?? beforeHeading(lines, start);
  const closed = isClosing(lines[end]!, fence) && end > start;
  const content = lines.slice(start + 1, closed ? end : end + 1).map((line) => withoutIndent(line, indent));
  const taken = readOptions(content, options);
  return { ...base, argument: rest.trim(), options, body: content.slice(taken), head: taken + 1, end };
}

function isClosing(line: string, fence: string): boolean {
  if (fence[0] !== ':') return closesFence(line, fence);
  const colons = /^[ \t]*(:{3,})[ \t]*$/.exec(line)?.[1];
  return colons !== undefined && colons.length >= fence.length;
}

/** A colon fence may hold code, and directives of its own length, as authors write them, each with its own end. */
function closingLine(lines: string[], start: number, fence: string): number | undefined {
  let first: number | undefined;
  let depth = 1;
  let code: string | undefined;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (fence[0] !== ':') {
      if (closesFence(line, fence)) return index;
      continue;
    }
    if (code) {
      if (closesFence(line, code)) code = undefined;
      continue;
    }
    if (isClosing(line, fence)) {
      first ??= index;
      if (--depth === 0) return index;
    } else if (opening.exec(line)?.[2] === fence && !line.trimEnd().endsWith(fence)) depth++;
    else code = fenceOpening.exec(line)?.[2];
  }
  return first;
}

function beforeHeading(lines: string[], start: number): number {
  const heading = lines.findIndex((line, index) => index > start && /^#{1,6}\s/.test(line));
  return heading < 0 ? lines.length - 1 : heading - 1;
}

function withoutIndent(line: string, indent: string): string {
  let at = 0;
  while (at < indent.length && (line[at] === ' ' || line[at] === '\t')) at++;
  return line.slice(at);
}

/** Reads the options at the start of `content` into `options`; returns how many lines they take. */
function readOptions(content: string[], options: Map<string, string>): number {
  if (content[0]?.trim() === '---') {
    const close = content.findIndex((line, index) => index > 0 && line.trim() === '---');
    if (close > 0) {
      for (const [key, value] of yamlPairs(content.slice(1, close).join('\n'))) options.set(key, value);
      return close + 1;
    }
  }
  let taken = 0;
  for (; taken < content.length; taken++) {
    const match = option.exec(content[taken]!.trim());
    if (!match) break;
    options.set(match[1]!.toLowerCase(), match[2]?.trim() ?? '');
  }
  return taken;
}

function yamlPairs(source: string): [string, string][] {
  try {
    const value: unknown = parse(source, { maxAliasCount: 0 });
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([key, item]) => [key.toLowerCase(), String(item ?? '')]);
  } catch {
    return [];
  }
}

/** `{note #label .class key="value"}` */
function optionsInBraces(braces: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const [, id, key, quoted, bare] of braces.matchAll(/#([\w:.-]+)|([\w-]+)=(?:"([^"]*)"|([^\s"]+))/g)) {
    if (id) options.set('label', id);
    else options.set(key!.toLowerCase(), quoted ?? bare ?? '');
  }
  return options;
}

function optionsInLine(line: string, options: Map<string, string>): { argument: string; text: string } {
  const [, argument = '', rest = ''] = /^\s*(\S*)(.*)$/.exec(line) ?? [];
  const text = rest.replace(/(?:^|\s):([A-Za-z][\w-]*):[ \t]+(\S+)/g, (_, key: string, value: string) => {
    options.set(key.toLowerCase(), value);
    return '';
  });
  return { argument, text: text.trim() };
}
