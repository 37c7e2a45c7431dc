import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { factsOf, traceOf } from '../../../lint-rules/facts/index.js';
import type { ManuscriptFacts, Trace } from '../../../lint-rules/facts/types.js';
import { proseOf } from '../../../lint-rules/text/prose.js';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMath);

/** The trace of a manuscript. */
export function traceOfText(path: string, text: string): Trace {
  const file = new VFile({ value: text, path });
  return traceOf(proseOf(parser.parse(file), file), path);
}

/** What a volume of these manuscripts, texts by path, says about the one at `path`; as in a volume without contents they stand in file order. */
export function factsFor(path: string, texts: Record<string, string>): ManuscriptFacts {
  const paths = Object.keys(texts).sort();
  return factsOf(paths.map((name) => traceOfText(name, texts[name]!))).get(path)!;
}
