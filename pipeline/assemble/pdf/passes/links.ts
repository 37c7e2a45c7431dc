import type { Block, Inline } from '../../reader/ast.js';
import { transform } from '../../reader/walk.js';
import { anchor, call, codeBlock, plain, typstString } from './markup.js';

/** Characters; Typst refuses a longer address. */
const longestAddress = 8000;

/**
 * Identifiers of Spans and Divs as places to point to, and links as Typst takes them. A link to nothing in `ids` is its text alone, for
 * Typst would refuse the whole volume; one out of `manuscript` is a call that does without when the other manuscript is not there,
 * as in an offprint.
 */
export function prepareLinks(blocks: Block[], manuscript: string, ids: ReadonlySet<string>): Block[] {
  return transform(blocks, {
    inlines: (list) => list.flatMap((inline) => prepareInline(inline, manuscript, ids)),
    blocks: (list) => list.flatMap(prepareBlock),
  });
}

function prepareInline(inline: Inline, manuscript: string, ids: ReadonlySet<string>): Inline[] {
  if (inline.t === 'Span' || inline.t === 'Link') {
    const [[id, classes, pairs], content, target] = inline.c;
    const at = id ? [anchor(id)] : [];
    if (inline.t === 'Span') return [...at, { t: 'Span', c: [['', classes, pairs], content] }];
    const [url] = target as [string, string];
    const to = url.slice(1);
    if (url.startsWith('#') ? !ids.has(to) : url === '' || url.length > longestAddress)
      return [...at, { t: 'Span', c: [plain, content] }];
    if (url.startsWith('#') && to !== manuscript && !to.startsWith(`${manuscript}--`))
      return [...at, ...call('refer', [to], content)];
    return [...at, { t: 'Link', c: [plain, content, [url, '']] }];
  }
  if (inline.t === 'Code' && inline.c[0][0]) return [anchor(inline.c[0][0]), inline];
  return [inline];
}

function prepareBlock(block: Block): Block[] {
  if (block.t === 'Header') return [{ t: 'Header', c: [block.c[0], [block.c[1][0], [], []], block.c[2]] }];
  if (block.t !== 'Div') return [block];
  const [[id, classes, pairs], content] = block.c;
  if (!id) return [block];
  return [codeBlock(`#anchor(${typstString(id)})`), { t: 'Div', c: [['', classes, pairs], content] }];
}
