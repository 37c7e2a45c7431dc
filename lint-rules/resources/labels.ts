import type { Nodes, Root } from 'mdast';

/** What a manuscript can refer to within itself, and how it does, in the dialects of pandoc, MyST and LaTeX. */
export interface Labels {
  /** Labels as they are written: `fig:map`, `sec-intro`. */
  named: Set<string>;
  /** Headings by their letters and digits alone, since each program makes its own anchor of them. */
  headings: Set<string>;
}

const attribute = /\{[^{}\n]{0,200}?#([\p{L}\p{N}_][\p{L}\p{N}_:.-]{0,100})/gu;
const mystTarget = /^[ \t]*\(([^()\n]{1,100})\)=/gmu;
const option = /^[ \t]*:?(?:label|name|id):[ \t]*["']?([^\s"']{1,100})/gmu;
const latex = /\\label\{([^{}\n]{1,100})\}/gu;
const html = /\b(?:id|name)=["']([^"'\n]{1,100})["']/gu;

/** Everything in a manuscript that has a label. `source`: the whole file. */
export function labelsIn(tree: Root, source: string): Labels {
  const named = new Set<string>();
  for (const pattern of [attribute, mystTarget, option, latex, html]) {
    for (const [, label] of source.matchAll(pattern)) named.add(label!.replace(/[.:]+$/, ''));
  }
  const headings = new Set<string>();
  for (const node of tree.children) if (node.type === 'heading') headings.add(anchorLetters(textOf(node)));
  return { named, headings };
}

/** What two anchors of the same heading have in common whichever program made them. */
export const anchorLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

/** Prefixes of labels that pandoc-crossref, Quarto and JOSS papers have for figures, tables, equations and so on. */
export const labelPrefix =
  /^(?:fig|tbl|tab|table|eq|eqn|sec|lst|thm|lem|prp|def|cor|exm|exr|alg|app|subfig|figure|section)[:-]/i;
