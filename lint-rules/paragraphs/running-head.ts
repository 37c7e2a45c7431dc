import { recurringHeads } from '../facts/running-heads.js';
import { shortLines } from '../facts/short-lines.js';
import type { ManuscriptFacts } from '../facts/types.js';
import type { Block, Prose } from '../text/prose.js';

const longest = 100;

/**
 * Whether a short paragraph is a running head: the manuscript's title, alone, with a page number or behind its authors, or a line that recurs through the volume, or
 * through the manuscript when no `facts` about the volume are known. All this is looked for only when there is a short line to be judged.
 */
export function isRunningHead(prose: Prose, facts: ManuscriptFacts | undefined): (block: Block) => boolean {
  let recurring: Set<number> | undefined;
  let title: string | undefined;
  return ({ text, start }) => {
    if (text.length > longest || text.includes('\n')) return false;
    title ??= bare(titleOf(prose.source));
    const line = bare(text);
    if (title !== '' && (line === title || isBehindAuthors(line, title))) return true;
    recurring ??= new Set((facts?.runningHeads ?? headsOf(prose)).map((head) => head.start));
    return recurring.has(start);
  };
}

/** Letters of a title that are told from chance, and of the names that may stand before it. */
const longEnough = 8;
const longestNames = 40;

const isBehindAuthors = (line: string, title: string): boolean =>
  title.length >= longEnough &&
  line.length <= title.length + longestNames &&
  /[:,]$/.test(line.slice(0, -title.length)) &&
  line.endsWith(title);

const headsOf = (prose: Prose) => recurringHeads([{ path: '', heads: shortLines(prose) }]).get('') ?? [];

const bare = (text: string): string => text.replace(/^\d{1,4}[.)]\s|[\d\s|·•—–-]+/gu, '').toLowerCase();

function titleOf(source: string): string {
  const header = /^\uFEFF?---[ \t]*\n/.test(source) ? source.slice(0, 4000) : '';
  const written = /^title[ \t]*:[ \t]*(.{1,200})$/mu.exec(header)?.[1] ?? '';
  return written.trim().replace(/^["']|["']$/gu, '');
}
