import type { Block } from '../../reader/ast.js';
import { transform } from '../../reader/walk.js';
import { callBlock, codeBlock, typstString } from './markup.js';

/** Levels of nesting that Typst takes; show rules inside of show rules soon end at its limit of depth. */
const deepest = { quotes: 8, lists: 12 };

/** Quotations and lists nested deeper than Typst can set, set at the deepest level that it can. */
export function limitNesting(blocks: Block[], quotes = 0, lists = 0): Block[] {
  return blocks.flatMap((block): Block[] => {
    const inner = (content: Block[]) => limitNesting(content, quotes, lists + 1);
    switch (block.t) {
      case 'BlockQuote': {
        const content = limitNesting(block.c, quotes + 1, lists);
        return quotes < deepest.quotes ? [{ t: 'BlockQuote', c: content }] : content;
      }
      case 'BulletList':
        return lists < deepest.lists ? [{ t: 'BulletList', c: block.c.map(inner) }] : block.c.flatMap(inner);
      case 'OrderedList':
        return lists < deepest.lists
          ? [{ t: 'OrderedList', c: [block.c[0], block.c[1].map(inner)] }]
          : block.c[1].flatMap(inner);
      case 'DefinitionList':
        return lists < deepest.lists
          ? [{ t: 'DefinitionList', c: block.c.map(([term, items]) => [term, items.map(inner)]) }]
          : block.c.flatMap(([term, items]) => [{ t: 'Para' as const, c: term }, ...items.flatMap(inner)]);
      case 'Div':
        return [{ t: 'Div', c: [block.c[0], limitNesting(block.c[1], quotes, lists)] }];
      default:
        return [block];
    }
  });
}

/** Code, verse and the list of references as calls of the template; Divs that are none of its business fall away. */
export function prepareBlocks(blocks: Block[]): Block[] {
  return transform(blocks, {
    blocks: (list) =>
      list.flatMap((block): Block[] => {
        if (block.t === 'CodeBlock') {
          const [[, [language]], text] = block.c;
          const lang = language ? `lang: ${typstString(language)}, ` : '';
          return [codeBlock(`#raw(block: true, ${lang}${typstString(text)})`)];
        }
        if (block.t === 'LineBlock') {
          return callBlock(
            'verse',
            [],
            block.c.map((line) => ({ t: 'Para', c: line })),
          );
        }
        if (block.t !== 'Div') return [block];
        const [[, classes], content] = block.c;
        if (classes.includes('references')) return callBlock('references', [], content);
        if (classes.includes('csl-entry')) return callBlock('reference-entry', [], content);
        return content;
      }),
  });
}
