import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { type Finding, mistake } from './findings.js';
import type { Point } from './types.js';

export type YamlPath = (string | number)[];

/** A parsed YAML text and the way back from a value to its place. */
export interface Yaml {
  /** Maps, lists and strings only: `1`, `true` and `2019-10-11` stay what the author typed. */
  value: unknown;
  /** Place of the value at `path`, or of the nearest thing above it that exists. */
  at(path: YamlPath): Point;
  /** Place of the last key of `path`. */
  atKey(path: YamlPath): Point;
}

export const yamlLimits = {
  /** Aliases may repeat this much, counted as the yaml package does. */
  aliases: 100,
  /** Levels of `[` and `{`. */
  flow: 32,
  /** Column up to which `-` and `?` may stand. */
  column: 128,
};

const options = { schema: 'failsafe', prettyErrors: false, logLevel: 'error' } as const;

/** Errors beyond these are mostly echoes of the first. */
const shownErrors = 3;

/**
 * Reads YAML without trusting it: depth and aliases are bounded before and after parsing, and scalars are not interpreted, so that no
 * date, number or boolean is guessed. `firstLine` is the line of the file at which `text` starts.
 */
export function parseYaml(text: string, firstLine = 1): { yaml?: Yaml; findings: Finding[] } {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return { findings: [mistake('yaml-too-deep', { levels: yamlLimits.flow }, pointsIn(text, firstLine)(deep))] };
  }
  const { document, source } = parse(text);
  const pointAt = pointsIn(source, firstLine);
  const errors = document.errors.slice(0, shownErrors).map((error) => explain(error, text, pointAt));
  if (errors.length > 0) return { findings: errors };

  const aliases = aliasProblem(document, pointAt);
  if (aliases) return { findings: [aliases] };
  return { yaml: { value: document.toJS({ maxAliasCount: -1 }), ...places(document, pointAt) }, findings: [] };
}

/** Parses a text, and where a quotation mark seems to be missing tries again with what `indentQuoted` makes of it. */
function parse(text: string): { document: Document; source: string } {
  const document = parseDocument(text, options);
  if (!document.errors.some(({ code }) => code === 'MISSING_CHAR')) return { document, source: text };
  const source = indentQuoted(text);
  const retried = parseDocument(source, options);
  return retried.errors.length === 0 ? { document: retried, source } : { document, source: text };
}

/** Line and column of an offset in `text`, which begins in line `firstLine` of its file. */
function pointsIn(text: string, firstLine: number): (offset: number) => Point {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
}

/**
 * Indents the further lines of quoted values that begin in the first column. The parsers behind JOSS and pandoc take such titles, although
 * YAML does not. Lines stay the lines of the file.
 */
function indentQuoted(text: string): string {
  let quote: string | undefined;
  const closes = (rest: string) => rest.replace(quote === '"' ? /\\./g : /''/g, '').includes(quote!);
  const lines = text.split('\n').map((line) => {
    if (quote) {
      const indented = ` ${line}`;
      if (closes(line)) quote = undefined;
      return indented;
    }
    const [, mark, rest] = line.match(/^[\w-]+:[ \t]+(["'])(.*)$/) ?? [];
    quote = mark;
    if (mark && closes(rest!)) quote = undefined;
    return line;
  });
  return lines.join('\n');
}

/** Offset at which nesting goes beyond the limits. The parser recurses, and a thousand levels end the process; the lexer does not. */
function tooDeepAt(text: string): number | undefined {
  let offset = 0;
  let lineStart = 0;
  let flow = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // Marks of the lexer's own, which stand for no text.
    if (lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f') continue;
    if (lexeme === '[' || lexeme === '{') flow++;
    else if (lexeme === ']' || lexeme === '}') flow--;
    const indicator = lexeme === '-' || lexeme === '?';
    if (flow > yamlLimits.flow || (indicator && offset - lineStart > yamlLimits.column)) return offset;
    const lastBreak = lexeme.lastIndexOf('\n');
    if (lastBreak >= 0) lineStart = offset + lastBreak + 1;
    offset += lexeme.length;
  }
  return undefined;
}

/** Whether expanding the aliases would go on for ever or for too long; first a pass that only counts. */
function aliasProblem(document: Document, pointAt: (offset: number) => Point): Finding | undefined {
  let problem: Finding | undefined;
  let first: Point | undefined;
  visit(document, {
    Alias(_, alias, parents) {
      const at = pointAt(alias.range?.[0] ?? 0);
      first ??= at;
      const target = alias.resolve(document);
      if (!target) problem = mistake('yaml-unknown-alias', { alias: alias.source }, at);
      else if (parents.includes(target)) problem = mistake('yaml-too-many-aliases', {}, at);
      return problem ? visit.BREAK : undefined;
    },
  });
  if (problem || !first) return problem;
  try {
    document.toJS({ maxAliasCount: yamlLimits.aliases });
    return undefined;
  } catch {
    return mistake('yaml-too-many-aliases', {}, first);
  }
}

function places(document: Document, pointAt: (offset: number) => Point): Pick<Yaml, 'at' | 'atKey'> {
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const locate = (path: YamlPath, wantKey: boolean): Point => {
    let place = (document.contents as Node | null)?.range?.[0] ?? 0;
    let node: unknown = document.contents;
    for (const [index, step] of path.entries()) {
      const container = resolve(node);
      if (isMap(container)) {
        const pair = container.items.find((item) => isScalar(item.key) && item.key.value === String(step));
        if (!pair) break;
        const key = (pair.key as Node).range?.[0];
        const value = (pair.value as Node | null)?.range;
        const empty = !value || value[0] === value[1];
        place = ((wantKey && index === path.length - 1) || empty ? key : value[0]) ?? place;
        node = pair.value;
      } else if (isSeq(container)) {
        node = container.items[Number(step)];
        if (node === undefined) break;
        place = (node as Node).range?.[0] ?? place;
      } else break;
    }
    return pointAt(place);
  };
  return { at: (path) => locate(path, false), atKey: (path) => locate(path, true) };
}

function explain(
  { code, message, pos: [start] }: { code: string; message: string; pos: [number, number] },
  text: string,
  pointAt: (offset: number) => Point,
): Finding {
  const at = pointAt(start);
  switch (code) {
    case 'DUPLICATE_KEY':
      return mistake(
        'yaml-duplicate-key',
        {
          key: text
            .slice(start)
            .match(/^[^:\n]*/)![0]
            .trim(),
        },
        at,
      );
    case 'TAB_AS_INDENT':
      return mistake('yaml-tab', {}, at);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return mistake('yaml-quote-needed', {}, at);
    case 'BAD_SCALAR_START':
      return mistake('yaml-reserved-character', { character: text.charAt(start) }, at);
    case 'MULTILINE_IMPLICIT_KEY':
      return mistake('yaml-missing-colon', {}, at);
    case 'MISSING_CHAR':
      return /quote/.test(message)
        ? mistake('yaml-unclosed', { mark: message.match(/["']/)?.[0] ?? '"' }, at)
        : mistake('yaml-missing-colon', {}, at);
    case 'BAD_INDENT': {
      const unclosed = message.match(/end with a (.)/)?.[1];
      return unclosed ? mistake('yaml-unclosed', { mark: unclosed }, at) : mistake('yaml-indentation', {}, at);
    }
    case 'RESOURCE_EXHAUSTION':
      return mistake('yaml-too-deep', { levels: yamlLimits.flow }, at);
    default:
      return mistake('yaml-syntax', { detail: message }, at);
  }
}
