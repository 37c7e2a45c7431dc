import { percentDecoded } from '../../percent-decoding.js';
import type { Attr, Block, Inline } from './ast.js';
import { transform, visit } from './walk.js';

const className = /^[\w+#.-]{1,40}$/;
const allowedPairs: Record<string, RegExp> = {
  width: /^\d+(\.\d+)?%$/,
  lang: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
  alt: /^[\s\S]{1,4000}$/,
  number: /^[\s\S]{1,40}$/,
};

/** Where a link may lead. */
export interface LinkTargets {
  /** Identifier of the manuscript itself. */
  id: string;
  /** The manuscript that a relative path means, if any. */
  manuscriptAt(relativePath: string): string | undefined;
}

/**
 * The last pass: leaves only attributes that a backend may see, makes identifiers unique in the volume (`<manuscript>--<local>`) and points
 * links at them, and unlinks whatever is no http, https, mailto or doi address. Pandoc's writers turn `typst:*` attributes into live code
 * and pass event handlers to HTML, so that nothing that is not listed here may get through.
 * Returns the names of links that lead nowhere.
 */
export function confine(blocks: Block[], targets: LinkTargets): { blocks: Block[]; dangling: string[] } {
  const taken = new Set<string>();
  const known = new Map<string, string>();
  const identify = (id: string): string => {
    if (!id) return '';
    const local = localIdentifier(id);
    let unique = local;
    for (let n = 2; taken.has(unique); n++) unique = `${local}-${n}`;
    taken.add(unique);
    const full = `${targets.id}--${unique}`;
    if (!known.has(id)) known.set(id, full);
    return full;
  };
  const attr = ([id, classes, pairs]: Attr): Attr => [
    identify(id),
    classes.filter((name) => className.test(name)),
    pairs.filter(([key, value]) => Object.hasOwn(allowedPairs, key) && allowedPairs[key]!.test(value)),
  ];
  const confined = transform(blocks, {
    blocks: (list) => list.map((block) => confineBlock(block, attr)),
    inlines: (list) => list.flatMap((inline) => confineInline(inline, attr)),
  });

  const dangling = new Set<string>();
  const linked = transform(confined, {
    inlines: (list) =>
      list.flatMap((node): Inline[] => {
        if (node.t !== 'Link') return [node];
        const target = resolveTarget(node.c[2][0], known, targets);
        if (target.dangling) dangling.add(target.dangling);
        if (!target.url) return node.c[1];
        const unlinked = withoutLinks(node.c[1]);
        return [{ t: 'Link', c: [['', [], []], unlinked, [target.url, '']] }];
      }),
  });
  return { blocks: linked, dangling: [...dangling] };
}

function confineBlock(block: Block, attr: (attr: Attr) => Attr): Block {
  switch (block.t) {
    case 'CodeBlock':
      return { t: 'CodeBlock', c: [attr(block.c[0]), block.c[1]] };
    case 'Header':
      return { t: 'Header', c: [block.c[0], attr(block.c[1]), block.c[2]] };
    case 'Figure':
      return { t: 'Figure', c: [attr(block.c[0]), block.c[1], block.c[2]] };
    case 'Div':
      return { t: 'Div', c: [attr(block.c[0]), block.c[1]] };
    case 'Table': {
      const [a, caption, columns, head, bodies, foot] = block.c;
      const bare: Attr = ['', [], []];
      const rows = (list: (typeof head)[1]): (typeof head)[1] =>
        list.map(([, cells]) => [bare, cells.map((cell) => [bare, cell[1], cell[2], cell[3], cell[4]])]);
      return {
        t: 'Table',
        c: [
          attr(a),
          caption,
          columns,
          [bare, rows(head[1])],
          bodies.map(([, n, h, b]) => [bare, n, rows(h), rows(b)]),
          [bare, rows(foot[1])],
        ],
      };
    }
    case 'RawBlock':
      return { t: 'Plain', c: [] };
    default:
      return block;
  }
}

function confineInline(inline: Inline, attr: (attr: Attr) => Attr): Inline[] {
  switch (inline.t) {
    case 'Code':
      return [{ t: 'Code', c: [attr(inline.c[0]), inline.c[1]] }];
    case 'Span':
      return [{ t: 'Span', c: [attr(inline.c[0]), inline.c[1]] }];
    case 'Image':
      return [{ t: 'Image', c: [attr(inline.c[0]), inline.c[1], inline.c[2]] }];
    case 'RawInline':
      return [];
    default:
      return [inline];
  }
}

/** Letters, digits and `_ . : -` of any script; Typst and XHTML both take these. */
function localIdentifier(id: string): string {
  return (
    id
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_.:-]+/gu, '-')
      .slice(0, 120) || 'x'
  );
}

function resolveTarget(
  url: string,
  known: Map<string, string>,
  targets: LinkTargets,
): { url?: string; dangling?: string } {
  const address = url.trim();
  if (address.startsWith('#')) {
    const name = percentDecoded(address.slice(1));
    const id = known.get(name);
    if (id) return { url: `#${id}` };
    return name === '' ? { url: `#${targets.id}` } : { dangling: name };
  }
  if (/^(https?:\/\/|mailto:)[^\s<>"\\]+$/i.test(address)) return { url: address };
  const doi = address.match(/^doi:\s*(10\.\S+)$/i)?.[1];
  if (doi) return { url: `https://doi.org/${doi}` };
  const [file = '', fragment] = address.split('#');
  const other = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) ? undefined : targets.manuscriptAt(percentDecoded(file));
  if (!other) return {};
  return { url: fragment ? `#${other}--${localIdentifier(percentDecoded(fragment))}` : `#${other}` };
}

/** Links inside a link are no HTML and no PDF; their texts stay. */
function withoutLinks(inlines: Inline[]): Inline[] {
  return transform([{ t: 'Plain', c: inlines }], {
    inlines: (list) => list.flatMap((node) => (node.t === 'Link' ? node.c[1] : [node])),
  }).flatMap((block) => (block.t === 'Plain' ? block.c : []));
}

/** Links to a place in another manuscript that is not there lead to that manuscript itself; called when all are read. */
export function settleCrossLinks(blocks: Block[], anchors: Set<string>, manuscripts: string[]): Block[] {
  return transform(blocks, {
    inlines: (list) =>
      list.map((node) => {
        if (node.t !== 'Link' || !node.c[2][0].startsWith('#') || anchors.has(node.c[2][0].slice(1))) return node;
        const manuscript = manuscripts.find((id) => node.c[2][0].startsWith(`#${id}--`));
        return manuscript ? { t: 'Link', c: [node.c[0], node.c[1], [`#${manuscript}`, '']] } : node;
      }),
  });
}

/** Every identifier in `blocks`. */
export function identifiersIn(blocks: Block[]): string[] {
  const ids: string[] = [];
  const add = (attr: Attr) => attr[0] && ids.push(attr[0]);
  visit(blocks, {
    block: (block) => {
      if (block.t === 'Header') add(block.c[1]);
      if (block.t === 'CodeBlock' || block.t === 'Figure' || block.t === 'Div' || block.t === 'Table') add(block.c[0]);
    },
    inline: (inline) => {
      if (inline.t === 'Span' || inline.t === 'Code' || inline.t === 'Image') add(inline.c[0]);
    },
  });
  return ids;
}
