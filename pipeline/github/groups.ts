import { gravity } from '../check/finding.js';
import { fingerprints } from '../check/fingerprint.js';
import { linesOf, overlapping } from '../check/only-changed.js';
import type { Confirmation, Told, ToldFile } from './confirm.js';
import { hunkAround } from './diff.js';
import { type Suggestion, suggestionFor } from './suggestion.js';

/** Findings that are told in one comment, on lines that take one. */
export interface Group {
  path: string;
  /** Lines that the comment is on: 1-based, both ends, within one hunk. */
  first: number;
  last: number;
  findings: Told[];
  /** A name of each finding that stays when lines come and go. */
  names: string[];
  suggestion?: Suggestion;
}

export interface Grouped {
  /** Gravest first. */
  groups: Group[];
  /** Names of all findings, told in a comment or not. */
  names: Set<string>;
}

/** Puts the findings of changed paragraphs together by paragraph. Advice is never told on a line. */
export function groupFindings({ findings, files }: Confirmation): Grouped {
  const grouped: Grouped = { groups: [], names: new Set() };
  for (const [path, file] of files) {
    const own = findings.filter((finding) => finding.path === path);
    const names = namesOf(file, own);
    for (const name of names.values()) grouped.names.add(name);
    const inline = own.filter(({ changed, exact, severity }) => changed && exact && severity !== 'advice');
    if (file.text === undefined) continue;
    const groups = byParagraph(inline, file).flatMap((one) => groupOf(one, file, names));
    grouped.groups.push(...merged(groups, file, names));
  }
  grouped.groups.sort((a, b) => gravityOf(a) - gravityOf(b));
  return grouped;
}

const gravityOf = ({ findings }: Group) => Math.min(...findings.map(({ severity }) => gravity[severity]));

function namesOf({ path, text }: ToldFile, findings: readonly Told[]): Map<Told, string> {
  if (text === undefined) return new Map();
  const placed = findings.map((finding) => ({ ...finding, ruleId: finding.rule }));
  const names = fingerprints(path, text, placed);
  return new Map(findings.map((finding, index) => [finding, names[index]!]));
}

function byParagraph(findings: readonly Told[], { text, rechecked }: ToldFile): Told[][] {
  const stretches = linesOf(rechecked?.extents ?? [], text!);
  const paragraphs = new Map<unknown, Told[]>();
  for (const finding of findings) {
    const { line } = finding;
    const key = overlapping(stretches, [line, line])[0] ?? line;
    paragraphs.set(key, [...(paragraphs.get(key) ?? []), finding]);
  }
  return [...paragraphs.values()];
}

/** One comment for some findings, or none where no hunk shows their lines. */
function groupOf(findings: Told[], file: ToldFile, names: ReadonlyMap<Told, string>): Group[] {
  const sorted = [...findings].sort(
    (a, b) => gravity[a.severity] - gravity[b.severity] || a.line - b.line || a.column - b.column,
  );
  const edits = sorted.flatMap(({ fix }) => (fix ? [fix] : []));
  const suggestion = edits.length > 0 ? suggestionFor(file.text!, edits) : undefined;
  const lines =
    suggestion && hunkAround(file.hunks, suggestion.first, suggestion.last) ? suggestion : commentable(sorted, file);
  if (!lines) return [];
  return [
    {
      path: file.path,
      first: lines.first,
      last: lines.last,
      findings: sorted,
      names: sorted.map((finding) => names.get(finding)!).sort(),
      ...(lines === suggestion && { suggestion }),
    },
  ];
}

/** The lines of the gravest finding that a comment can be on. */
function commentable(sorted: readonly Told[], { hunks }: ToldFile): { first: number; last: number } | undefined {
  for (const { line, endLine, endColumn } of sorted) {
    const last = endLine > line && endColumn === 1 ? endLine - 1 : endLine;
    if (hunkAround(hunks, line, last)) return { first: line, last };
    if (hunkAround(hunks, line, line)) return { first: line, last: line };
  }
  return undefined;
}

/** Comments whose lines overlap become one, so that no two suggestions are about the same line. */
function merged(groups: Group[], file: ToldFile, names: ReadonlyMap<Told, string>): Group[] {
  const ordered = [...groups].sort((a, b) => a.first - b.first || a.last - b.last);
  const result: Group[] = [];
  for (const group of ordered) {
    const previous = result.at(-1);
    if (!previous || group.first > previous.last) result.push(group);
    else result.splice(-1, 1, ...groupOf([...previous.findings, ...group.findings], file, names));
  }
  return result;
}
