import { afterAll, beforeAll } from 'vitest';
import { openPandoc, type PandocDoor } from '../../../pipeline/assemble/pandoc.js';
import type { Block, Pandoc } from '../../../pipeline/assemble/reader/ast.js';
import { readerFor } from '../../../pipeline/assemble/reader/dialect.js';

/** Opens pandoc for the tests of a file. */
export function withPandoc() {
  let door: PandocDoor;
  beforeAll(async () => {
    door = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: 'embedded' } });
  });
  afterAll(() => door.close());

  const read = async (from: string, input: string): Promise<Block[]> => {
    const { output } = await door.run({ label: 'paper.md', defaults: { from, to: 'json' }, input });
    return (JSON.parse(output) as Pandoc).blocks;
  };
  return {
    markdown: (input: string) => read(readerFor('en'), input),
    latex: (input: string) => read('latex', input),
    /** Blocks as HTML, a form in which a reader of a test sees at once what they are. */
    html: async (blocks: Block[]): Promise<string> => {
      const document: Pandoc = { 'pandoc-api-version': [1, 23, 1], meta: {}, blocks };
      const defaults = { from: 'json', to: 'html5', wrap: 'none', 'html-math-method': { method: 'mathjax' } };
      const { output } = await door.run({ label: 'paper.md', defaults, input: JSON.stringify(document) });
      return output.trim();
    },
  };
}

/** Whether any node is raw: none may be after the passes. */
export function holdsRaw(blocks: Block[]): boolean {
  return /"t":"Raw(Block|Inline)"/.test(JSON.stringify(blocks));
}
