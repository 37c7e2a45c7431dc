import { createHash } from 'node:crypto';
import { type Fault, warning } from '../../faults.js';
import type { PandocDoor } from '../pandoc.js';
import type { Block, Inline } from '../reader/ast.js';
import type { Document } from '../reader/document.js';
import { placeOf } from '../reader/places.js';
import { codeBlock } from './passes/markup.js';
import { plainTitle, runningTitle } from './running-title.js';
import { type TypstTreeContext, typstTree } from './typst-tree.js';

/** A manuscript's parts as Typst markup; an empty string where it has none. */
export interface TypstParts {
  title: string;
  /** As contents list and outline show it. */
  plainTitle: string;
  shortTitle: string;
  subtitle: string;
  abstract: string;
  body: string;
}

const names = ['title', 'plainTitle', 'shortTitle', 'subtitle', 'abstract', 'body'] as const;

/** Turns a document into Typst markup in one run of pandoc; also returns what pandoc could not turn into Typst. */
export async function convertToTypst(
  document: Document,
  context: TypstTreeContext,
  pandoc: PandocDoor,
  headWidth: number,
): Promise<{ parts: TypstParts; warnings: Fault[] }> {
  const { manuscript } = document;
  const trees: Record<(typeof names)[number], Block[]> = {
    title: inline(document.title),
    plainTitle: inline(plainTitle(document.title)),
    shortTitle: inline(runningTitle(shortTitle(document), headWidth)),
    subtitle: inline(document.subtitle),
    abstract: document.abstract,
    body: document.blocks,
  };
  const prepared = names.map((name) => typstTree(trees[name], context));
  // A comment that no text can hold, for it is made of the text's own hash, parts the output again.
  const mark = `// ${createHash('sha256').update(JSON.stringify(prepared)).digest('hex').slice(0, 24)}`;
  const blocks = prepared.flatMap((tree, at) => (at > 0 ? [codeBlock(mark), ...tree] : tree));
  const { output, warnings } = await pandoc.run({
    label: manuscript.path,
    defaults: { from: 'json', to: 'typst-citations-smart', wrap: 'none' },
    input: JSON.stringify({ 'pandoc-api-version': [1, 23, 1], meta: {}, blocks }),
  });
  const texts = output.split(mark).map((text) => text.trim());
  return {
    parts: Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ''])) as unknown as TypstParts,
    warnings: warnings
      .filter(({ type }) => type === 'CouldNotConvertTeXMath')
      .map(({ message }) => {
        const formula = texIn(message);
        return warning('pdf-equation-not-set', { formula }, placeOf(manuscript, formula.split('\n')[0]!));
      }),
  };
}

function shortTitle({ manuscript, title }: Document): Inline[] {
  return manuscript.shortTitle ? [{ t: 'Str', c: manuscript.shortTitle }] : title;
}

function inline(inlines: Inline[]): Block[] {
  return inlines.length > 0 ? [{ t: 'Plain', c: inlines }] : [];
}

/** The formula in pandoc's “Could not convert TeX math …, rendering as TeX”. */
function texIn(message: string): string {
  return /Could not convert TeX math ([\s\S]*?), rendering as TeX/.exec(message)?.[1]?.trim() ?? message;
}
