import { admonitionTitle } from './admonitions.js';
import { endOfFence, fenceOpening } from './markdown-lines.js';
import { isDelimiterRow, withInlineCells } from './table-cells.js';

const alert = /^([ \t]{0,3}(?:>[ \t]?)+)\[!(note|tip|important|warning|caution)\][ \t]*$/i;

/**
 * Writes what GitHub's Markdown has and pandoc's lacks in pandoc's way, line for line: alerts (`> [!NOTE]`) become quotations with a
 * title in `lang`, fences of language `math` become display math, math between `$` and backticks plain inline math, and lists in the
 * cells of tables lines. Code is left alone.
 */
export function githubToPandoc(source: string, lang = 'en'): string {
  if (!/\[!|math|\$`|<[a-z]/i.test(source)) return source;
  const lines = source.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const fence = fenceOpening.exec(line);
    if (fence) {
      const end = endOfFence(lines, index, fence[2]!);
      if (/^math\s*$/i.test(fence[3]!)) mathFence(lines, index, end, fence[1]!);
      index = end;
      continue;
    }
    if (isDelimiterRow(lines, index)) {
      lines[index - 1] = withInlineCells(lines[index - 1]!);
      while (lines[index + 1]?.trim()) {
        index++;
        lines[index] = withInlineCells(lines[index]!);
      }
      continue;
    }
    const box = alert.exec(line);
    if (box) lines[index] = `${box[1]}<p>**${admonitionTitle(box[2]!.toLowerCase(), lang)}**</p>`;
    else if (line.includes('$`')) lines[index] = inlineMath(line);
  }
  return lines.join('\n');
}

/** Turns the lines from `start` to `end` into display math. Math has no empty lines in pandoc; they follow it. */
function mathFence(lines: string[], start: number, end: number, indent: string): void {
  const bare = (line: string) => line.replace(/^[\s>]*/, '');
  const content = lines.slice(start + 1, end);
  if (content.some((line) => line.includes('$$'))) return;
  const filled = content.filter((line) => bare(line) !== '');
  const continued = indent.replace(/[^>\s]/g, ' ');
  const empty = Array<string>(content.length - filled.length).fill(continued.trimEnd());
  lines.splice(start, end - start + 1, `${indent}$$`, ...filled, `${continued}$$`, ...empty);
}

function inlineMath(line: string): string {
  // The backticks that stand between dollars are no code span of their own, so they are looked for first.
  return line.replace(
    /(^|[^\\`$])\$`([^`\n]+)`\$(?!\d)/g,
    (_, before: string, tex: string) => `${before}$${tex.trim()}$`,
  );
}
