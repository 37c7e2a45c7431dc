import type { Block, Inline } from './ast.js';
import { isAnchor, nameCaptioned, withoutAnchorsInImage } from './captioned-names.js';
import { nameFormulas } from './display-math.js';

import { type Notice, notice } from './notices.js';
import { asMarkdownNodes, printsNothing, runsInText } from './raw-tex-nodes.js';
import { prepareTex } from './raw-tex-prepare.js';
import { commandAt, isSound } from './tex-commands.js';
import { trimmed } from './text-of-blocks.js';
import { type Run, readTogether } from './together.js';
import { mapInlines, transform, visit } from './walk.js';

type RawNode = (Inline & { t: 'RawInline' }) | (Block & { t: 'RawBlock' });

/**
 * Turns raw TeX into pandoc's own nodes: `\label` becomes an identifier, `\ref` and its kin links that the pass for cross-references fills
 * in, `\cite` citations, environments tables, figures, math and lists. Commands about the page go; what cannot be read is left
 * out with a notice. All pieces are read in one run; no piece can read a file, define a command for another or stop the run.
 */
export async function resolveRawTex(blocks: Block[], run: Run): Promise<{ blocks: Block[]; notices: Notice[] }> {
  const notices: Notice[] = [];
  const joined = mapInlines(blocks, (list) => joinSwitches(withTies(list)));
  const read = await readPieces(piecesIn(joined), run, notices);

  const replaced = transform(joined, {
    inlines: (list) =>
      tidyEnds(
        list,
        list.flatMap((node) => {
          const content = node.t === 'RawInline' ? read.get(node) : undefined;
          if (!content) return [node];
          return runsInText(content) ? inTextOf(content) : [node];
        }),
      ),
    blocks: (list) => {
      // Pandoc makes no paragraph of text that an environment follows at once.
      const separate = list.map((block, index): Block => {
        const next = list[index + 1];
        return block.t === 'Plain' && next && isTex(next) ? { t: 'Para', c: block.c } : block;
      });
      return separate.flatMap((block) => replaceInBlock(block, read));
    },
  });

  const same = new Map<string, string>();
  const named = transform(replaced, {
    inlines: (list) => nameFormulas(list, same).map(withoutAnchorsInImage),
    blocks: (list) => list.map(nameCaptioned),
  });
  return {
    blocks: same.size > 0 ? mapInlines(named, (list) => list.map((node) => renamed(node, same))) : named,
    notices,
  };
}

function isTex(node: Inline | Block): node is RawNode {
  return (node.t === 'RawInline' || node.t === 'RawBlock') && /^(la)?tex$|^beamer$|^context$/.test(node.c[0]);
}

function piecesIn(blocks: Block[]): RawNode[] {
  const pieces: RawNode[] = [];
  visit(blocks, {
    block: (block) => isTex(block) && pieces.push(block),
    inline: (inline) => isTex(inline) && pieces.push(inline),
  });
  return pieces;
}

/** What stands for each piece of raw TeX. */
async function readPieces(pieces: RawNode[], run: Run, notices: Notice[]): Promise<Map<Inline | Block, Block[]>> {
  const read = new Map<Inline | Block, Block[]>();
  const waiting: { node: RawNode; tex: string }[] = [];
  for (const node of pieces) {
    const source = node.c[1];
    const { tex, refused } = prepareTex(source);
    for (const command of refused) notices.push(notice('tex-left-out', { tex: command }, command.slice(0, 40)));
    const simple = simpleNode(tex);
    if (tex === '' || simple) read.set(node, simple ? [{ t: 'Plain', c: [simple] }] : []);
    else waiting.push({ node, tex });
  }

  const results = await readSound(
    waiting.map(({ tex }) => tex),
    run,
  );
  const again: { node: RawNode; tex: string }[] = [];
  for (const [index, { node, tex }] of waiting.entries()) {
    const result = results[index];
    if (result && !printsNothing(result)) read.set(node, asMarkdownNodes(result));
    else again.push({ node, tex });
  }

  // Pandoc leaves out a command that it does not know, with its argument: the argument is text, and is read by itself.
  const unknown = again.map(({ node, tex }) => ({ node, tex, rest: textOfUnknown(tex) }));
  const texts = await readSound(
    unknown.flatMap(({ rest }) => (rest.group === undefined ? [] : [rest.group])),
    run,
  );
  for (const { node, tex, rest } of unknown) {
    const shown = node.c[1].trim().split('\n')[0]!.slice(0, 60);
    const content = rest.group === undefined ? undefined : texts.shift();
    if (content && rest.command)
      notices.push(notice('tex-command-unknown', { command: rest.command }, `\\${rest.command}`));
    else if (rest.literal) notices.push(notice('tex-printed-as-written', { tex: shown }, shown));
    else notices.push(notice('tex-left-out', { tex: shown }, shown));
    const literal: Block[] = rest.literal ? [{ t: 'Plain', c: [{ t: 'Str', c: tex.trim() }] }] : [];
    read.set(node, content ? asMarkdownNodes(content) : literal);
  }
  for (const node of pieces) {
    const content = read.get(node);
    // TeX swallows the space behind a command; who writes Markdown means it.
    if (node.t === 'RawInline' && content && /\\[A-Za-z]+\s+$/.test(node.c[1]) && !printsNothing(content)) {
      const last = content.at(-1)!;
      if (last.t === 'Para' || last.t === 'Plain') last.c.push({ t: 'Space' });
    }
  }
  return read;
}

/** Reads pieces in one run; what is not closed or too deep is not read at all, since it would spoil the run or never end. */
async function readSound(pieces: string[], run: Run): Promise<(Block[] | undefined)[]> {
  const sound = pieces.filter(isSound);
  const results = sound.length > 0 ? await readTogether(sound, run, (word) => `${word}\n\n`) : [];
  const byPiece = new Map(sound.map((piece, index) => [piece, results[index]]));
  return pieces.map((piece) => byPiece.get(piece));
}

/** Labels and references, the most of what papers hold, need no pandoc. */
function simpleNode(tex: string): Inline | undefined {
  const [, name, key] = /^\\(label|ref)\{([^{}\\$]*)\}$/.exec(tex.trim()) ?? [];
  if (key === undefined) return undefined;
  if (name === 'label') return { t: 'Span', c: [[key.trim(), [], []], []] };
  const [form, target] = key.split('|', 2);
  return { t: 'Link', c: [['', [form!], []], [], [`#${target}`, '']] };
}

/** What is left of TeX that pandoc makes nothing of: the last argument of a command, or the command itself as it was typed. */
function textOfUnknown(tex: string): { group?: string; command?: string; literal?: boolean } {
  const command = commandAt(tex.trim(), 0);
  if (!command || command.end < tex.trim().length) return {};
  if (command.groups.length > 0) return { group: command.groups.at(-1)!, command: command.name };
  return { literal: command.options.length === 0 };
}

/** `{\em text}` comes apart into a brace, a raw node and a brace; together they are TeX again. */
function joinSwitches(list: Inline[]): Inline[] {
  if (!list.some(isTex)) return list;
  const joined: Inline[] = [];
  for (let index = 0; index < list.length; index++) {
    const node = list[index]!;
    const before = joined.at(-1);
    const after = list[index + 1];
    if (
      isTex(node) &&
      node.t === 'RawInline' &&
      before?.t === 'Str' &&
      before.c.endsWith('{') &&
      after?.t === 'Str' &&
      after.c.startsWith('}')
    ) {
      joined[joined.length - 1] = { t: 'Str', c: before.c.slice(0, -1) };
      joined.push({ t: 'RawInline', c: [node.c[0], `{${node.c[1]}}`] }, { t: 'Str', c: after.c.slice(1) });
      index++;
    } else joined.push(node);
  }
  return joined.filter((node) => node.t !== 'Str' || node.c !== '');
}

/** `Figure~\ref{x}`: the tilde is a space that does not break. */
function withTies(list: Inline[]): Inline[] {
  return list.map((node, index) => {
    const next = list[index + 1];
    if (node.t !== 'Str' || !node.c.endsWith('~') || !next || !isTex(next)) return node;
    return { t: 'Str', c: `${node.c.slice(0, -1)}\u00a0` };
  });
}

/** Paragraphs as running text. */
function inTextOf(blocks: Block[]): Inline[] {
  return blocks.flatMap((block, index): Inline[] => {
    if (block.t !== 'Para' && block.t !== 'Plain') return [];
    return index === 0 ? block.c : [{ t: 'Space' }, ...block.c];
  });
}

/** Without the space that stood before a label at the end, or after a command at the start. */
function tidyEnds(before: Inline[], after: Inline[]): Inline[] {
  if (before.every((node, index) => node === after[index])) return before;
  const end = after.findLastIndex((node) => !isAnchor(node));
  return [...trimmed(after.slice(0, end + 1)), ...after.slice(end + 1)];
}

function replaceInBlock(block: Block, read: Map<Inline | Block, Block[]>): Block[] {
  const content = block.t === 'RawBlock' ? read.get(block) : undefined;
  if (content) return content.map((made) => (made.t === 'Plain' ? { t: 'Para', c: made.c } : made));
  if (block.t !== 'Para' && block.t !== 'Plain') return [block];
  const parts: Block[] = [];
  let running: Inline[] = [];
  const flush = () => {
    const text = trimmed(running);
    if (text.length > 0) parts.push({ t: block.t, c: text });
    running = [];
  };
  if (!block.c.some((node) => read.has(node))) return block.c.length > 0 ? [block] : [];
  for (const node of block.c) {
    const inner = read.get(node);
    if (inner) {
      flush();
      parts.push(...inner);
    } else running.push(node);
  }
  flush();
  return parts;
}

/** References to a further label of a formula lead to its first. */
function renamed(node: Inline, same: Map<string, string>): Inline {
  if (node.t === 'Link' && node.c[2][0].startsWith('#')) {
    const first = same.get(node.c[2][0].slice(1));
    return first ? { t: 'Link', c: [node.c[0], node.c[1], [`#${first}`, node.c[2][1]]] } : node;
  }
  if (node.t !== 'Cite') return node;
  const citations = node.c[0].map((citation) => ({
    ...citation,
    citationId: same.get(citation.citationId) ?? citation.citationId,
  }));
  return { t: 'Cite', c: [citations, node.c[1]] };
}
