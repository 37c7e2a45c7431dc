import type { Block, Inline } from '../reader/ast.js';
import { transform } from '../reader/walk.js';

/** Key of the attribute by which this folder's passes over pandoc's tree and over its XHTML understand each other. */
export const mark = 'galley';

/** Identifier of a note between the passes; the page numbers notes as it meets their calls. */
const provisionalId = (key: number) => `${mark}-note-${key}`;

/**
 * Takes the notes out of the text: each becomes a link marked `noteref` and a block marked `note` of the identifier that the link
 * points at. A call inside a link moves behind it, because links do not nest.
 */
export function extractNotes(blocks: Block[]): { blocks: Block[]; notes: Block[] } {
  const notes: Block[] = [];
  const call = (note: Block[]): Inline => {
    const id = provisionalId(notes.length);
    notes.push({ t: 'Div', c: [[id, [], [[mark, 'note']]], note] });
    return { t: 'Link', c: [['', [], [[mark, 'noteref']]], [{ t: 'Str', c: '*' }], [`#${id}`, '']] };
  };
  const text = transform(blocks, {
    inlines: (list) => list.flatMap((node) => (node.t === 'Note' ? [call(node.c)] : callsBehind(node))),
  });
  return { blocks: text, notes };
}

function callsBehind(node: Inline): Inline[] {
  if (node.t !== 'Link' || isCall(node)) return [node];
  const calls: Inline[] = [];
  const [content] = transform([{ t: 'Plain', c: node.c[1] }], {
    inlines: (list) =>
      list.filter((inner) => {
        if (isCall(inner)) calls.push(inner);
        return !isCall(inner);
      }),
  });
  if (calls.length === 0 || content?.t !== 'Plain') return [node];
  return [{ t: 'Link', c: [node.c[0], content.c, node.c[2]] }, ...calls];
}

function isCall(node: Inline): boolean {
  return node.t === 'Link' && node.c[0][2].some(([key, value]) => key === mark && value === 'noteref');
}
