import type { Manuscript } from '../../volume/types.js';
import type { PandocDoor } from '../pandoc.js';
import type { Block, Inline, Pandoc } from './ast.js';
import { readerFor } from './dialect.js';
import { plainInlines } from './strings.js';
import { transform, transformInlines } from './walk.js';

export interface Titles {
  title: Inline[];
  subtitle: Inline[];
  abstract: Block[];
}

/** Characters and line starts that mean something in Markdown; text without them needs no pandoc to be read. */
const markup = /[\\`*_{}[\]<>#+~^$@|&=]|https?:|--|\.\.\.|["']|^\s*(?:[-:%]|\d+[.)])/m;

/**
 * Reads what the front matter says in Markdown: title, subtitle and abstract. Each title stands behind a letter, so that “2019. A
 * year” does not become a list; what is no paragraph in spite of that is taken as plain text.
 */
export async function readTitles(manuscript: Manuscript, pandoc: PandocDoor): Promise<Titles> {
  const { title, subtitle = '', abstract = '' } = manuscript;
  if (![title, subtitle, abstract].some((text) => markup.test(text))) {
    return {
      title: plainInlines(title),
      subtitle: plainInlines(subtitle),
      abstract: abstract
        .split(/\n\s*\n/)
        .map((paragraph): Block => ({ t: 'Para', c: linesOf(paragraph) }))
        .filter((block) => block.t === 'Para' && block.c.length > 0),
    };
  }
  const line = (text: string) => `x ${text.replace(/\s+/g, ' ').trim()}`;
  const { output } = await pandoc.run({
    label: manuscript.path,
    defaults: { from: readerFor(manuscript.lang), to: 'json' },
    input: `${line(title)}\n\n${line(subtitle)}\n\n${abstract}`,
  });
  const [first, second, ...rest] = (JSON.parse(output) as Pandoc).blocks;
  return {
    title: withoutLetter(first) ?? plainInlines(title),
    subtitle: withoutLetter(second) ?? plainInlines(subtitle),
    abstract: rest,
  };
}

function withoutLetter(block: Block | undefined): Inline[] | undefined {
  if (block?.t !== 'Para' && block?.t !== 'Plain') return undefined;
  const [letter, space, ...rest] = block.c;
  return letter?.t === 'Str' && letter.c === 'x' && (!space || space.t === 'Space') ? rest : undefined;
}

/** Words of a plain paragraph; what a line break means is settled as in the text. */
function linesOf(text: string): Inline[] {
  const lines = text.split('\n').map(plainInlines);
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ t: 'SoftBreak' }, ...line]));
}

/** Titles keep text, emphasis, code, math and small capitals: notes, links and images have no place in a running head or an outline. */
export function plainTitle(inlines: Inline[]): Inline[] {
  return transformInlines(inlines, {
    inlines: (list) =>
      list.flatMap((node): Inline[] => {
        if (node.t === 'Note' || node.t === 'Image' || node.t === 'RawInline') return [];
        if (node.t === 'Link' || node.t === 'Span' || node.t === 'Cite') return node.c[1];
        return node.t === 'LineBreak' || node.t === 'SoftBreak' ? [{ t: 'Space' }] : [node];
      }),
  });
}

/** An abstract keeps its paragraphs and lists: headings in it become bold paragraphs, notes, images and tables go. */
export function plainAbstract(blocks: Block[]): Block[] {
  return transform(blocks, {
    blocks: (list) =>
      list.flatMap((block): Block[] => {
        if (block.t === 'Header') return [{ t: 'Para', c: [{ t: 'Strong', c: block.c[2] }] }];
        return block.t === 'RawBlock' || block.t === 'Figure' || block.t === 'Table' ? [] : [block];
      }),
    inlines: (list) =>
      list.flatMap((node): Inline[] => {
        if (node.t === 'Note' || node.t === 'Image' || node.t === 'RawInline') return [];
        return node.t === 'Cite' ? node.c[1] : [node];
      }),
  });
}
