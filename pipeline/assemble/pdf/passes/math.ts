import type { Block, Inline } from '../../reader/ast.js';
import { stringify, transform } from '../../reader/walk.js';
import { anchor, call, code } from './markup.js';

/** Equations with their TeX as description, numbered ones with their number; what follows a displayed one is no new paragraph. */
export function prepareMath(blocks: Block[]): Block[] {
  return transform(blocks, { inlines: prepareList });
}

/** TeX that pandoc's Typst writer turns into what Typst accepts: it gives vmatrix a delimiter of two characters. */
export function typstableTex(tex: string): string {
  return tex
    .replace(/\\label\s*\{[^{}]*\}/g, '')
    .replaceAll('\\begin{vmatrix}', '\\left|\\begin{matrix}')
    .replaceAll('\\end{vmatrix}', '\\end{matrix}\\right|')
    .replaceAll('\\begin{Vmatrix}', '\\left\\|\\begin{matrix}')
    .replaceAll('\\end{Vmatrix}', '\\end{matrix}\\right\\|');
}

// The walk is bottom-up: an equation inside a numbered Span has been prepared when the Span is met.
function prepareList(list: Inline[]): Inline[] {
  return list.flatMap((inline, at) => {
    if (inline.t === 'Math') {
      const [type, tex] = inline.c;
      const equation: Inline = { t: 'Math', c: [type, typstableTex(tex)] };
      return [...call('m-eq', [tex.trim() || '?'], [equation]), ...flush(inline, list.slice(at + 1))];
    }
    if (inline.t === 'Span' && inline.c[0][1].includes('equation')) {
      const [[id, , pairs], content] = inline.c;
      const number = pairs.find(([key]) => key === 'number')?.[1];
      const equation = number ? call('numbered', [number], content) : content;
      return [...(id ? [anchor(id)] : []), ...equation, ...flush(inline, list.slice(at + 1))];
    }
    return [inline];
  });
}

function flush(inline: Inline, rest: Inline[]): Inline[] {
  const displayed = inline.t === 'Math' ? inline.c[0].t === 'DisplayMath' : true;
  return displayed && stringify(rest).trim() !== '' ? [code('#flush;')] : [];
}
