import type { Inline } from './ast.js';
import { stringify } from './walk.js';

/** A formula without what is said about it, and what that was. */
export interface LabelledMath {
  tex: string;
  labels: string[];
  tag?: string;
}

/**
 * Takes the labels out of a formula: `\label{x}` names it for references, `\tag{S1}` gives it a number of its own, `\nonumber` and
 * `\notag` speak of numbers that Galley makes itself.
 */
export function splitMathLabel(tex: string): LabelledMath {
  const labels: string[] = [];
  let tag: string | undefined;
  const bare = tex
    .replace(/\s?\\label\s*\{([^{}]*)\}/g, (_, label: string) => {
      if (label.trim()) labels.push(label.trim());
      return '';
    })
    .replace(/\s?\\tag\*?\s*\{([^{}]*)\}/g, (_, text: string) => {
      tag ??= text.replaceAll('$', '').trim();
      return '';
    })
    .replace(/\s?\\(?:nonumber|notag)(?![A-Za-z])/g, '');
  return { tex: bare, labels, ...(tag && { tag }) };
}

const wrapping = /\\(?:begin|end)\s*\{(?:subequations|displaymath|math|dmath\*?|empheq)\}/g;

/**
 * A display formula as pandoc's writers can read it: environments that mean no more than “display” go, and lines broken or aligned
 * outside of any environment, which MathJax takes, get one.
 */
export function settableMath(tex: string): string {
  const bare = tex.replace(wrapping, '');
  let depth = 0;
  let broken = false;
  for (const [token] of bare.matchAll(/\\begin\b|\\end\b|\\left\b|\\right\b|\\\\|\\.|[{}&]/gs)) {
    if (token === '\\begin' || token === '{') depth++;
    else if (token === '\\end' || token === '}') depth--;
    else if (depth === 0 && (token === '\\\\' || token === '&')) broken = true;
  }
  return broken ? `\\begin{aligned}\n${bare.replace(/(?:\s|\\\\)+$/, '').trim()}\n\\end{aligned}` : bare;
}

const attributes = /^[ \u00a0]*\{#([^\s{}]+)(?:\s+tag=[“"']?([^“”"'{}]*)[”"']?)?\s*\}/;

/**
 * Puts each display formula that has a name into a span of that name: from a `\label` in it, or from `{#eq:x}` behind it, as pandoc-crossref
 * writes it. A formula has one number; `same` learns which further labels stand for it. A formula with a tag but no label gets
 * a name from the tag, so that the tag is printed.
 */
export function nameFormulas(list: Inline[], same: Map<string, string>): Inline[] {
  const named: Inline[] = [];
  for (let index = 0; index < list.length; index++) {
    const node = list[index]!;
    if (node.t !== 'Math' || node.c[0].t !== 'DisplayMath') {
      named.push(node);
      continue;
    }
    const { tex, labels, tag } = splitMathLabel(node.c[1]);
    const math: Inline = { t: 'Math', c: [node.c[0], settableMath(tex)] };
    const behind = attributesBehind(list, index + 1);
    if (behind) labels.push(behind.id);
    const number = tag ?? behind?.tag;
    const id = labels[0] ?? (number && `eq:${number}`);
    for (const label of labels.slice(1)) same.set(label, labels[0]!);
    named.push(id ? { t: 'Span', c: [[id, [], number ? [['tag', number]] : []], [math]] } : math);
    if (behind) {
      if (behind.rest) named.push({ t: 'Str', c: behind.rest });
      index += behind.nodes;
    }
  }
  return named;
}

/** `{#id}` at the start of what follows a formula, with how many nodes it takes and the text that is left of the last. */
function attributesBehind(
  list: Inline[],
  from: number,
): { id: string; tag?: string; nodes: number; rest: string } | undefined {
  const first = list[from]?.t === 'Space' || list[from]?.t === 'SoftBreak' ? list[from + 1] : list[from];
  if (first?.t !== 'Str' || !first.c.startsWith('{#')) return undefined;
  for (let count = 1; count <= 8 && from + count <= list.length; count++) {
    const text = stringify(list.slice(from, from + count));
    const match = attributes.exec(text);
    if (match)
      return { id: match[1]!, ...(match[2] && { tag: match[2] }), nodes: count, rest: text.slice(match[0].length) };
  }
  return undefined;
}
