import { error, type Fault } from '../faults.js';
import type { VolumeFiles } from './files.js';
import type { Limits } from './limits.js';
import { pathFault } from './path-fault.js';
import { readText } from './read-text.js';
import type { Place, Volume } from './types.js';

export interface Expanded {
  body: string;
  /** Where each line of `body` comes from; its index is the line's number less one. */
  origins: Place[];
  /** Texts that were taken in, in order. */
  included: { path: string; source: string }[];
  sources: Volume['sources'];
  faults: Fault[];
}

interface Tools {
  files: VolumeFiles;
  limits: Limits;
}

/** A file that includes itself would never end. */
const deepest = 5;

const opening = /^ {0,3}(`{3,}|:{3,})\s*\{(include|literalinclude)\}\s+(\S.*?)\s*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Replaces MyST's `{include}` and `{literalinclude}` directives by the files that they name, as mystmd does: Markdown becomes part of the text, and
 * what has a language becomes a code block. Only files inside the volume are read.
 * https://mystmd.org/guide/embed#include-another-file
 */
export function expandIncludes(body: string, markdown: string, folder: string, tools: Tools, depth = 0): Expanded {
  const expanded: Expanded = { body, origins: [], included: [], sources: [], faults: [] };
  const lines = body.split('\n');
  if (!lines.some((line) => opening.test(line))) {
    expanded.origins = lines.map((_, index) => ({ path: markdown, line: index + 1 }));
    return expanded;
  }
  const output: string[] = [];
  const keep = (line: string, origin: Place) => {
    output.push(line);
    expanded.origins.push(origin);
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const [, marks, kind, target] = opening.exec(line) ?? [];
    const end = endOf(lines, index, marks ?? fence.exec(line)?.[1]);
    if (!marks) {
      for (; index < end; index++) keep(lines[index]!, { path: markdown, line: index + 1 });
      keep(lines[index]!, { path: markdown, line: index + 1 });
      continue;
    }
    const place: Place = { path: markdown, line: index + 1, column: line.search(/\S/) + 1 };
    const options = optionsIn(lines.slice(index + 1, end));
    const inner = include(kind!, target!, options, place, folder, tools, depth);
    inner.body.split('\n').forEach((text, at) => {
      keep(text, inner.origins[at] ?? place);
    });
    expanded.included.push(...inner.included);
    expanded.sources.push(...inner.sources);
    expanded.faults.push(...inner.faults);
    index = end;
  }
  expanded.body = output.join('\n');
  return expanded;
}

function include(
  kind: string,
  target: string,
  options: Map<string, string>,
  place: Place,
  folder: string,
  tools: Tools,
  depth: number,
): Expanded {
  const nothing = (faults: Fault[]): Expanded => ({ body: '', origins: [place], included: [], sources: [], faults });
  if (depth >= deepest) return nothing([error('include-too-deep', { path: target, depth: deepest }, place)]);
  const at = tools.files.find(folder, target);
  if ('problem' in at) return nothing([pathFault(at, target, place, 'include')]);
  const read = readText(at.path, place, tools.limits.manuscript, tools.files);
  if ('fault' in read) return nothing([read.fault]);
  const own = { included: [{ path: at.path, source: read.text }], sources: [read.source], faults: [] };

  const language = options.get('lang') ?? options.get('language');
  const text = selectLines(read.text, options);
  if (kind === 'literalinclude' || options.has('literal') || language !== undefined) {
    const code = codeBlock(text, language ?? '', options);
    return { ...own, body: code, origins: code.split('\n').map(() => place) };
  }
  const inner = expandIncludes(withoutHeader(text), at.path, folder, tools, depth + 1);
  return {
    body: inner.body,
    origins: inner.origins,
    included: [...own.included, ...inner.included],
    sources: [...own.sources, ...inner.sources],
    faults: inner.faults,
  };
}

/** Index of the line that closes the fence opened at `start`; the line itself when it opens none; the last when nothing closes it. */
function endOf(lines: string[], start: number, marks: string | undefined): number {
  if (!marks) return start;
  const closing = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`);
  const end = lines.findIndex((line, index) => index > start && closing.test(line));
  return end < 0 ? lines.length - 1 : end;
}

function optionsIn(lines: string[]): Map<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [, key, value] = /^\s*:([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
      return key ? [[key, value ?? ''] as const] : [];
    }),
  );
}

/** The lines that `start-line` (from 0), `end-line` (exclusive) or `lines` (`1-3,7`, from 1) choose. */
function selectLines(text: string, options: Map<string, string>): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  const ranges = options.get('lines');
  if (ranges) {
    return ranges
      .split(',')
      .flatMap((range) => {
        const [first = 1, last] = range.split('-').map((part) => Number.parseInt(part, 10) || undefined);
        return lines.slice(first - 1, range.includes('-') ? last : first);
      })
      .join('\n');
  }
  const number = (key: string) => (/^-?\d+$/.test(options.get(key) ?? '') ? Number(options.get(key)) : undefined);
  return lines.slice(number('start-line') ?? 0, number('end-line')).join('\n');
}

function codeBlock(text: string, language: string, options: Map<string, string>): string {
  const longest = Math.max(2, ...[...text.matchAll(/^ {0,3}(`{3,})/gm)].map(([, marks]) => marks!.length));
  const marks = '`'.repeat(longest + 1);
  const kept = ['caption', 'label', 'name', 'linenos'].filter((key) => options.has(key));
  const head = kept.map((key) => `:${key}: ${options.get(key)}`.trimEnd());
  return [`${marks}{code-block} ${language}`.trimEnd(), ...head, '', text, marks].join('\n');
}

/** An included file's own header belongs to the page that it is elsewhere; its lines stay as empty ones. */
function withoutHeader(text: string): string {
  const header = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0];
  return header ? header.replace(/[^\n]+/g, '') + text.slice(header.length) : text;
}
