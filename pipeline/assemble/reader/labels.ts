import type { Attr, Block, Inline, Row } from './ast.js';
import { captionInlines } from './images.js';
import { mapBlocks, stringify, transform, visit } from './walk.js';

export type LabelKind = 'figure' | 'table' | 'equation' | 'listing' | 'section';

/** What a cross-reference can point at. `number` is printed; a section has none and is named by its `text`. */
export interface Label {
  kind: LabelKind;
  id: string;
  number: string;
  text: string;
}

/** Prints a number with its kind, such as “Figure 1” or “图 1”. */
export type LabelPrinter = (kind: Exclude<LabelKind, 'section'>, number: string) => string;

/**
 * Numbers the captioned figures and tables and the labelled equations of one manuscript, in the order of the text, each kind from
 * 1, and writes the numbers into the tree: the first inline of a caption becomes `Span .caption-label`, and a labelled
 * equation `Span .equation number=…` around its math. The numbers are made here, not by a backend, so that PDF and EPUB agree.
 * Returns the tree and every label by the identifier that authors refer to it by.
 */
export function numberLabels(blocks: Block[], print: LabelPrinter): { blocks: Block[]; labels: Map<string, Label> } {
  const labels = new Map<string, Label>();
  const counts: Record<string, number> = {};
  const lifted = mapBlocks(blocks, (list) => list.map(liftIdentifiers));

  const take = (kind: Exclude<LabelKind, 'section'>, ids: string[], text: string, given?: string): string => {
    if (given === undefined) counts[kind] = (counts[kind] ?? 0) + 1;
    const number = given ?? String(counts[kind]);
    for (const id of ids) labels.set(id, { kind, id: ids[0]!, number, text });
    return number;
  };

  const numbered = inReadingOrder(lifted, (block) => {
    if (block.t === 'Header') {
      const id = block.c[1][0];
      for (const name of [id, ...anchorsIn(block.c[2])]) {
        if (name) labels.set(name, { kind: 'section', id: id || name, number: '', text: stringify(block.c[2]) });
      }
      return block;
    }
    if (block.t === 'Para' || block.t === 'Plain') {
      return { t: block.t, c: numberEquations(block.c, (id, tag) => take('equation', [id], '', tag)) };
    }
    if (block.t !== 'Figure' && block.t !== 'Table') return block;
    const [short, long] = block.c[1];
    const inlines = captionInlines(long);
    const ids = [block.c[0][0], ...anchorsIn(inlines)].filter(Boolean);
    if (stringify(inlines).trim() === '' && ids.length === 0) return block;
    const kind = kindOf(block);
    const label = print(kind, take(kind, ids, stringify(inlines)));
    const head: Inline = { t: 'Span', c: [['', ['caption-label'], []], [{ t: 'Str', c: label }]] };
    const [first, ...rest] = long;
    const texts = first && (first.t === 'Plain' || first.t === 'Para') ? withoutTypedLabel(first.c) : [];
    const caption: Block = { t: 'Plain', c: texts.length > 0 ? [head, { t: 'Space' }, ...texts] : [head] };
    const labelled = { ...block, c: [...block.c] } as typeof block;
    labelled.c[1] = [short, [caption, ...(texts.length > 0 ? rest : long)]];
    return labelled;
  });
  return { blocks: numbered, labels };
}

const typedLabel = /^(?:fig(?:ure)?\.?|table|tab\.|图|圖|表)\s*\d+(?:\s*[.:：。、]\s*|\s+|$)/i;

/** A caption without the “Figure 1:” that its author typed, which would stand twice beside the number made here. */
function withoutTypedLabel(inlines: Inline[]): Inline[] {
  const plain = inlines.findIndex((node) => node.t !== 'Str' && node.t !== 'Space');
  const leading = stringify(plain < 0 ? inlines : inlines.slice(0, plain));
  let remaining = typedLabel.exec(leading)?.[0].length ?? 0;
  const kept = inlines.flatMap((node): Inline[] => {
    const length = node.t === 'Str' ? node.c.length : 1;
    const cut = Math.min(remaining, length);
    remaining -= cut;
    if (cut === 0) return [node];
    return node.t === 'Str' && cut < length ? [{ t: 'Str', c: node.c.slice(cut) }] : [];
  });
  return kept[0]?.t === 'Space' ? kept.slice(1) : kept;
}

function kindOf(block: Block & { t: 'Figure' | 'Table' }): 'figure' | 'table' | 'listing' {
  if (block.t === 'Table') return 'table';
  const inside = new Set<string>();
  visit(block.c[2], { block: (b) => inside.add(b.t), inline: (i) => inside.add(i.t) });
  if (inside.has('Image')) return 'figure';
  if (inside.has('Table')) return 'table';
  return inside.has('CodeBlock') ? 'listing' : 'figure';
}

/** A figure, table or heading without an identifier takes the one that a `\label` left inside it. */
function liftIdentifiers(block: Block): Block {
  if (block.t === 'Header' && !block.c[1][0]) {
    const id = anchorsIn(block.c[2])[0];
    return id ? { t: 'Header', c: [block.c[0], withId(block.c[1], id), withoutAnchor(block.c[2], id)] } : block;
  }
  if (block.t !== 'Figure' && block.t !== 'Table') return block;
  const lifted = { ...block, c: [...block.c] } as typeof block;
  const imageId = block.t === 'Figure' ? imageIdentifier(block.c[2]) : undefined;
  const id = block.c[0][0] || anchorsIn(captionInlines(block.c[1][1]))[0] || imageId;
  if (!id || id === block.c[0][0]) return block;
  lifted.c[0] = withId(block.c[0], id);
  lifted.c[1] = [
    block.c[1][0],
    block.c[1][1].map((b) => (b.t === 'Plain' || b.t === 'Para' ? { t: b.t, c: withoutAnchor(b.c, id) } : b)),
  ];
  if (lifted.t === 'Figure' && id === imageId) {
    lifted.c[2] = transform(lifted.c[2], {
      inlines: (list) =>
        list.map((node) =>
          node.t === 'Image' ? { t: 'Image', c: [['', node.c[0][1], node.c[0][2]], node.c[1], node.c[2]] } : node,
        ),
    });
  }
  return lifted;
}

function imageIdentifier(blocks: Block[]): string | undefined {
  let id: string | undefined;
  visit(blocks, {
    inline: (node) => {
      if (node.t === 'Image' && !id) id = node.c[0][0] || undefined;
    },
  });
  return id;
}

/** Identifiers of spans in a line of text: what a `\label` or a target became. */
function anchorsIn(inlines: Inline[]): string[] {
  return inlines.flatMap((node) => {
    if (node.t !== 'Span') return [];
    return [node.c[0][0], ...anchorsIn(node.c[1])].filter(Boolean);
  });
}

function withId([, classes, pairs]: Attr, id: string): Attr {
  return [id, classes, pairs];
}

function withoutAnchor(inlines: Inline[], id: string): Inline[] {
  const kept = inlines.flatMap((node): Inline[] => {
    if (node.t !== 'Span' || node.c[0][0] !== id) return [node];
    return node.c[1].length === 0 ? [] : [{ t: 'Span', c: [['', node.c[0][1], node.c[0][2]], node.c[1]] }];
  });
  while (kept.at(-1)?.t === 'Space' || kept.at(-1)?.t === 'SoftBreak') kept.pop();
  return kept;
}

/** Spans with an identifier around one display formula become numbered equations. */
function numberEquations(inlines: Inline[], take: (id: string, tag?: string) => string): Inline[] {
  return inlines.map((node) => {
    if (node.t !== 'Span') return node;
    const [[id, , pairs], content] = node.c;
    const math = content.length === 1 ? content[0] : undefined;
    if (!id || math?.t !== 'Math' || math.c[0].t !== 'DisplayMath') return node;
    const number = take(id, pairs.find(([key]) => key === 'tag')?.[1]);
    return { t: 'Span', c: [[id, ['equation'], [['number', number]]], content] };
  });
}

/** Rebuilds the blocks with `f`, a parent before its children, in the order in which a reader meets them. */
function inReadingOrder(blocks: Block[], f: (block: Block) => Block): Block[] {
  const list = (items: Block[]) => inReadingOrder(items, f);
  const rows = (items: Row[]): Row[] =>
    items.map(([attr, cells]) => [attr, cells.map((cell) => [cell[0], cell[1], cell[2], cell[3], list(cell[4])])]);
  return blocks.map((original) => {
    const block = f(original);
    switch (block.t) {
      case 'BlockQuote':
        return { t: 'BlockQuote', c: list(block.c) };
      case 'OrderedList':
        return { t: 'OrderedList', c: [block.c[0], block.c[1].map(list)] };
      case 'BulletList':
        return { t: 'BulletList', c: block.c.map(list) };
      case 'DefinitionList':
        return { t: 'DefinitionList', c: block.c.map(([term, items]) => [term, items.map(list)]) };
      case 'Div':
        return { t: 'Div', c: [block.c[0], list(block.c[1])] };
      case 'Figure':
        // Its content is what was numbered; only equations in it are left.
        return block;
      case 'Table': {
        const [attr, caption, columns, head, bodies, foot] = block.c;
        return {
          t: 'Table',
          c: [
            attr,
            caption,
            columns,
            [head[0], rows(head[1])],
            bodies.map(([a, n, h, b]) => [a, n, rows(h), rows(b)]),
            [foot[0], rows(foot[1])],
          ],
        };
      }
      default:
        return block;
    }
  });
}
