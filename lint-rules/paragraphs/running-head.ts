import { recurringHeads } from '../facts/running-heads.js';
import { shortLines } from '../facts/short-lines.js';
import type { ManuscriptFacts } from '../facts/types.js';
import type { Block, Prose } from '../text/prose.js';

const longest = 100;

/**
 * Whether a short paragraph is a running head: the manuscript's title, alone or with a page number, or a line that recurs through the volume, or
 * through the manuscript when no `facts` about the volume are known. All this is looked for only when there is a short line to be judged.
 */
export function isRunningHead(prose: Prose, facts: ManuscriptFacts | undefined): (block: Block) => boolean {
  let recurring: Set<number> | undefined;
  let title: string | undefined;
  return ({ text, start }) => {
    if (text.length > longest || text.includes('\n')) return false;
    title ??= bare(titleOf(prose.source));
    if (title !== '' && bare(text) === title) return true;
    recurring ??= new Set((facts?.runningHeads ?? headsOf(prose)).map((head) => head.start));
    return recurring.has(start);
  };
}

const headsOf = (prose: Prose) => recurringHeads([{ path: '', heads: shortLines(prose) }]).get('') ?? [];

const bare = (text: string): string => text.replace(/[\d\s|·•—–-]+/gu, '').toLowerCase();

function titleOf(source: string): string {
  const header = /^\uFEFF?---[ \t]*\n/.test(source) ? source.slice(0, 4000) : '';
  const written = /^title[ \t]*:[ \t]*(.{1,200})$/mu.exec(header)?.[1] ?? '';
  return written.trim().replace(/^["']|["']$/gu, '');
}
