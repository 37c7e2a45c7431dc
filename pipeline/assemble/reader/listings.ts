import type { Block } from './ast.js';
import { plainInlines } from './strings.js';
import { mapBlocks } from './walk.js';

/** Code blocks with a `caption` attribute, as pandoc-crossref has them, as figures, so that they are numbered and can be referred to. */
export function captionListings(blocks: Block[]): Block[] {
  return mapBlocks(blocks, (list) =>
    list.map((block) => {
      if (block.t !== 'CodeBlock') return block;
      const [[id, classes, pairs], code] = block.c;
      const caption = pairs.find(([key]) => key === 'caption')?.[1].trim();
      if (!caption) return block;
      const others = pairs.filter(([key]) => key !== 'caption');
      return {
        t: 'Figure',
        c: [
          [id, [], []],
          [null, [{ t: 'Plain', c: plainInlines(caption) }]],
          [{ t: 'CodeBlock', c: [['', classes, others], code] }],
        ],
      };
    }),
  );
}
