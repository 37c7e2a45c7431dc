import type { InlineCode, Nodes, Parents } from 'mdast';
import type { Reference } from './references.js';

const role = /\{([a-z][a-z:-]{0,30})\}$/;
const citing = /^(?:cite|footcite)(?::[a-z]{1,8})?$/;
const referring = /^(?:ref|numref|eq|prf:ref|label)$/;

/** References by MyST's roles, such as {cite:p}`li2020,wang2021` and {numref}`fig-map`. */
export function* rolesIn(parent: Parents): Generator<Reference> {
  let before: Nodes | undefined;
  for (const node of parent.children) {
    if (node.type === 'inlineCode' && before?.type === 'text') {
      const name = role.exec(before.value)?.[1];
      if (name && citing.test(name)) yield* names(node, 'cite');
      else if (name && referring.test(name)) yield* names(node, 'label');
    } else if ('children' in node) yield* rolesIn(node as Parents);
    before = node;
  }
}

function* names(node: InlineCode, kind: Reference['kind']): Generator<Reference> {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  // “text <label>” names the label in angle brackets.
  const target = /<([^<>]+)>\s*$/.exec(node.value)?.[1];
  const list = kind === 'cite' ? node.value.split(/[,;]/) : [target ?? node.value];
  for (const one of list) {
    const name = one
      .trim()
      .replace(/^-?@?/, '')
      .replace(/^\{[^{}]*\}|\{[^{}]*\}$/g, '')
      .trim();
    if (name && /^[^\s%]+$/.test(name)) yield { kind, name, start, end };
  }
}
