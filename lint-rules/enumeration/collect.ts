import type { PhrasingContent } from 'mdast';
import type { Block, Prose } from '../text/prose.js';
import type { Family } from './families.js';
import { readMarkers } from './markers.js';
import type { Point } from './points.js';

/** Points of one family in one scope, in order: they should count up. */
export interface Enumeration {
  family: Family;
  points: Point[];
}

/** Reads the markers of a manuscript and puts together those that belong to one enumeration. Table cells number other things. */
export function collectEnumerations(prose: Prose): Enumeration[] {
  const found = new Map<string, Enumeration>();
  for (const block of prose.blocks) {
    if (block.kind === 'cell') continue;
    for (const { family, opens, number, start, end, text } of readMarkers(block.text, block.cjk)) {
      const level = levelOf(block, opens);
      // "1." in headings is read with "1.1".
      if (level === 'heading' && (!opens || family.id === '1.')) continue;
      const point: Point = { block, level, number, start, end, text, write: (value) => family.write(value, text) };
      const scope = scopeOf(block, level, family);
      const known = found.get(scope);
      if (known) known.points.push(point);
      else found.set(scope, { family, points: [point] });
    }
  }
  return [...found.values()].filter(({ family, points }) => !areInitials(family, points));
}

/** Whether what looks like Roman numbers are single letters, which begin names, too: "I. Newton", "V. Woolf". */
const areInitials = ({ id }: Family, points: Point[]): boolean =>
  id.startsWith('I') && points.every(({ text }) => text.length === 2);

function levelOf(block: Block, opens: boolean): Point['level'] {
  if (block.kind === 'heading') return 'heading';
  if (!opens) return 'inline';
  const first = (block.node as { children?: PhrasingContent[] }).children?.[0];
  return first?.type === 'strong' ? 'bold' : 'opening';
}

/** Outline numbers may run on under the next heading; points of an argument do not. */
function scopeOf(block: Block, level: Point['level'], family: Family): string {
  const where = block.context;
  if (family.outline || level === 'heading') return `${family.id} ${where}`;
  return `${family.id} ${where} ${block.section}`;
}
