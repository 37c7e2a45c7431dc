import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkLint from 'remark-lint';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import { loadReader } from '../../../lint-rules/manuscript-front-matter.js';
import type { RuleData, RuleMessage } from '../../../lint-rules/rule.js';

// With it the rule on front matter runs at once, as the others do.
await loadReader();
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkMath);

/** Runs one rule over a manuscript with plain remark, as anyone can; the messages in the order of their places. */
export function lintWith(
  rule: unknown,
  text: string,
  options?: object,
  data?: RuleData,
  path = 'paper.md',
): RuleMessage[] {
  const file = new VFile({ value: text, path, data: data ? { galley: data } : {} });
  const tree = parser.parse(file);
  unified()
    .use(rule as Plugin<[unknown?]>, options)
    .use(remarkLint)
    .runSync(tree, file);
  return (file.messages as RuleMessage[]).sort((a, b) => (offset(a) ?? 0) - (offset(b) ?? 0));
}

/** The stretch of `text` that a message is about. */
export function reported(message: RuleMessage, text: string): string {
  const place = message.place;
  if (!place || !('start' in place)) return '';
  return text.slice(place.start.offset, place.end.offset);
}

function offset({ place }: RuleMessage): number | undefined {
  return place && ('start' in place ? place.start.offset : place.offset);
}
