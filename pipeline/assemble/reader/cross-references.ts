import { type Fault, warning } from '../../faults.js';
import { percentDecoded } from '../../percent-decoding.js';
import type { Manuscript } from '../../volume/types.js';
import type { Block, Citation, Inline } from './ast.js';
import type { Label, LabelPrinter } from './labels.js';
import { placeOf } from './places.js';
import { mapInlines, stringify } from './walk.js';

/** Prefixes by which pandoc-crossref's writers mark a reference rather than a citation. */
const referencePrefix = /^(fig|tbl|tab|eq|eqn|sec|lst)[:-]/;

/**
 * Fills in what a reference says: `@fig:x` and `[@fig:x; @fig:y]`, links of class `ref` (with the kind: “Figure 1”), `ref-number`
 * (“1”), `ref-equation` (“(1)”) or `ref-name` (the heading), and links to a label with no text of their own; `%s` in a link of class
 * `ref-format` is replaced by the number. A reference to nothing keeps its name, as text, and is a warning.
 */
export function resolveCrossReferences(
  blocks: Block[],
  labels: Map<string, Label>,
  manuscript: Manuscript,
  print: LabelPrinter,
): { blocks: Block[]; faults: Fault[] } {
  const faults: Fault[] = [];

  const text = (label: Label, form: string): string => {
    if (label.kind === 'section' || form === 'ref-name') return label.text;
    if (form === 'ref-number') return label.number;
    if (form === 'ref-equation') return `(${label.number})`;
    return print(label.kind, label.number);
  };
  const link = (label: Label, form: string): Inline => ({
    t: 'Link',
    c: [['', [], []], [{ t: 'Str', c: text(label, form) }], [`#${label.id}`, '']],
  });
  const missing = (name: string): Inline => {
    faults.push(warning('unresolved-reference', { name }, placeOf(manuscript, name)));
    return { t: 'Str', c: name };
  };

  const resolve = (node: Inline): Inline[] => {
    if (node.t === 'Cite' && node.c[0].every((citation) => isReference(citation, labels))) {
      return node.c[0].flatMap((citation, index): Inline[] => {
        const label = labels.get(citation.citationId);
        const separator: Inline[] = index === 0 ? [] : [{ t: 'Str', c: ',' }, { t: 'Space' }];
        const prefix: Inline[] = citation.citationPrefix.length > 0 ? [...citation.citationPrefix, { t: 'Space' }] : [];
        const form = citation.citationMode.t === 'SuppressAuthor' ? 'ref-number' : 'ref';
        return [
          ...separator,
          ...prefix,
          label ? link(label, form) : missing(citation.citationId),
          ...citation.citationSuffix,
        ];
      });
    }
    if (node.t !== 'Link' || !node.c[2][0].startsWith('#')) return [node];
    const [[, classes], content, [target]] = node.c;
    const name = percentDecoded(target.slice(1));
    const label = labels.get(name);
    const form = classes.find((name) => name === 'ref' || name.startsWith('ref-'));
    if (form === 'ref-format' && label) {
      const filled = stringify(content)
        .replace(/%s|\{number\}/g, label.number || label.text)
        .replace(/\{name\}/g, label.text);
      return [{ t: 'Link', c: [['', [], []], [{ t: 'Str', c: filled }], [`#${label.id}`, '']] }];
    }
    if (form || stringify(content).trim() === '') return [label ? link(label, form ?? 'ref') : missing(name)];
    return label ? [{ t: 'Link', c: [['', [], []], content, [`#${label.id}`, '']] }] : [node];
  };

  return { blocks: mapInlines(blocks, (list) => list.flatMap(resolve)), faults };
}

/** A heading's identifier is mostly made from its words, and may well be the key of a work; only `sec:` makes it a reference. */
function isReference({ citationId }: Citation, labels: Map<string, Label>): boolean {
  const label = labels.get(citationId);
  return referencePrefix.test(citationId) || (label !== undefined && label.kind !== 'section');
}
