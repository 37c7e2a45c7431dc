import type { Element, ElementContent } from 'xast';
import { allowedMathAttributes, mathElements } from './allowed.js';
import { element, isElement, text, textOf } from './xml.js';

/**
 * A formula with the elements and attributes of presentation MathML alone, and its TeX as `alttext`. Pandoc's annotation with the TeX
 * goes: some reading systems print it behind the formula.
 */
export function mathml(node: Element): Element {
  const annotation = findAnnotation(node);
  return element(
    'math',
    {
      xmlns: 'http://www.w3.org/1998/Math/MathML',
      ...allowedMathAttributes(node.attributes),
      alttext: annotation?.trim() || textOf(node.children),
    },
    cleanMath(node.children),
  );
}

function findAnnotation(node: Element): string | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (child.name === 'annotation') return textOf(child.children);
    if (child.name === 'semantics') return findAnnotation(child);
  }
  return undefined;
}

function cleanMath(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [text(node.value)];
    if (!isElement(node) || !mathElements.has(node.name)) return [];
    const children = cleanMath(node.children);
    if (node.name === 'semantics') return children;
    return [element(node.name, allowedMathAttributes(node.attributes), children)];
  });
}
