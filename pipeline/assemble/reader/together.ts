import type { Block } from './ast.js';
import { stringify } from './walk.js';

/** Reads text of one format into blocks; rejects when pandoc cannot. */
export type Run = (text: string) => Promise<Block[]>;

/**
 * Reads many pieces in one run of pandoc, with a marker paragraph before each: a run costs more than most pieces do. Where the markers
 * do not all come back in order, as when a piece leaves a brace open, each piece is read by itself, so that one bad piece spoils no other.
 * `paragraph` writes a word as a paragraph of the format. Returns the blocks of each piece, or undefined for one that cannot be read.
 */
export async function readTogether(
  pieces: string[],
  run: Run,
  paragraph: (word: string) => string,
): Promise<(Block[] | undefined)[]> {
  if (pieces.length > 1) {
    const marker = markerFor(pieces);
    const text = pieces.map((piece, index) => `${paragraph(`${marker}${index}x`)}${piece}`).join('\n\n');
    const blocks = await run(text).catch(() => undefined);
    const parts = blocks && partsBetween(blocks, marker, pieces.length);
    if (parts) return parts;
  }
  const parts: (Block[] | undefined)[] = [];
  for (const piece of pieces) parts.push(await run(piece).catch(() => undefined));
  return parts;
}

/** A word that no piece contains. */
function markerFor(pieces: string[]): string {
  let marker = 'piece';
  while (pieces.some((piece) => piece.includes(marker))) marker += 'e';
  return marker;
}

function partsBetween(blocks: Block[], marker: string, count: number): Block[][] | undefined {
  const parts: Block[][] = [];
  for (const block of blocks) {
    const text = block.t === 'Para' || block.t === 'Plain' ? stringify(block.c) : '';
    if (text === `${marker}${parts.length}x`) parts.push([]);
    else if (parts.length === 0) return undefined;
    else parts.at(-1)!.push(block);
  }
  return parts.length === count ? parts : undefined;
}
