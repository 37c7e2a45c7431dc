import type { Directive } from './myst-directive.js';
import { anchorFor, type Conversion, labelOf } from './myst-markup.js';

const english: [kind: string, title: string][] = [
  ['algorithm', 'Algorithm'],
  ['assumption', 'Assumption'],
  ['axiom', 'Axiom'],
  ['conjecture', 'Conjecture'],
  ['corollary', 'Corollary'],
  ['criterion', 'Criterion'],
  ['definition', 'Definition'],
  ['example', 'Example'],
  ['exercise', 'Exercise'],
  ['lemma', 'Lemma'],
  ['notation', 'Notation'],
  ['observation', 'Observation'],
  ['proof', 'Proof'],
  ['property', 'Property'],
  ['proposition', 'Proposition'],
  ['remark', 'Remark'],
  ['solution', 'Solution'],
  ['theorem', 'Theorem'],
];

const chinese = new Map(
  Object.entries({
    algorithm: '算法',
    assumption: '假设',
    axiom: '公理',
    conjecture: '猜想',
    corollary: '推论',
    criterion: '判据',
    definition: '定义',
    example: '例',
    exercise: '练习',
    lemma: '引理',
    notation: '记号',
    observation: '观察',
    proof: '证明',
    property: '性质',
    proposition: '命题',
    remark: '注',
    solution: '解',
    theorem: '定理',
  }),
);

const titles = new Map(english);

/** Kinds that are never referred to by number. */
const unnumbered = new Set(['proof', 'solution', 'notation']);

/** Names of the directives for theorems and their kin, in each of the spellings that MyST's versions have. */
export const statementNames: string[] = english.flatMap(([kind]) => [`prf:${kind}`, `proof:${kind}`, kind]);

/** A theorem, definition, proof or exercise: numbered by kind, its number and name in bold before its content. */
export function statement(directive: Directive, conversion: Conversion): string[] {
  const kind = directive.name.replace(/^(?:prf|proof):/, '');
  const word = (/^zh\b/i.test(conversion.lang) ? chinese.get(kind) : titles.get(kind)) ?? kind;
  const hidden =
    unnumbered.has(kind) || directive.options.has('nonumber') || directive.options.get('enumerated') === 'false';
  const number = hidden ? undefined : (conversion.counts.get(kind) ?? 0) + 1;
  if (number) conversion.counts.set(kind, number);
  const head = number ? `${word} ${number}` : word;
  const label = labelOf(directive);
  if (label) conversion.statements.set(label, head);
  const name = directive.argument ? ` (${conversion.inline(directive.argument)})` : '';
  return [
    `<div>${label ? `<p>${anchorFor(label)}</p>` : ''}<p><b>${head}</b>${name}</p>`,
    ...conversion.lines(directive.body),
    '</div>',
  ];
}
