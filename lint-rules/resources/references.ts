import { opaque } from '../text/mask.js';
import type { Block, Prose } from '../text/prose.js';

/** A place in running text that refers to something by name. Source offsets. */
export interface Reference {
  /** `key`: a work of a bibliography or a label; `cite`: a work; `label`: a label of this manuscript. */
  kind: 'key' | 'cite' | 'label';
  name: string;
  start: number;
  end: number;
  /** Written without brackets, as an address or a name in a network may be. */
  bare?: boolean;
}

const pandocKey =
  /(?<![\p{L}\p{N}.\\])@(?:\{([^{}\n]{1,120})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]{0,120}[\p{L}\p{N}_])?))/gu;
const latexCite =
  /\\(?:auto|foot|full|no|paren|text)?cite(?:p|t|alp|alt|author|year|yearpar)?\*?(?:\[[^[\]\n]{0,80}\]){0,2}\{([^{}\n]{1,400})\}/giu;
const latexRef = /\\(?:auto|eq|name|page|c|C|v)?ref\*?\{([^{}\n]{1,200})\}/gu;

/** The references in a block: what the rules otherwise see as opaque, looked at in the source. Code and addresses refer to nothing. */
export function* referencesIn(block: Block, { source }: Prose): Generator<Reference> {
  if (!block.text.includes(opaque)) return;
  for (const { index, 0: run } of block.text.matchAll(/\uFFFC{2,}/g)) {
    const start = block.map.start(index);
    const text = source.slice(start, block.map.end(index + run.length));
    if (/^(?:https?|ftp|mailto|doi|www)\b|^10\.\d|^[\w.+-]+@/.test(text)) continue;
    for (const match of text.matchAll(pandocKey)) {
      const name = (match[1] ?? match[2])!;
      const at = start + match.index;
      yield { kind: 'key', name, start: at, end: at + match[0].length, bare: !text.startsWith('[') };
    }
    yield* listed(text, latexCite, 'cite', start);
    yield* listed(text, latexRef, 'label', start);
  }
}

/** Names parted by commas within the braces of a LaTeX command. */
function* listed(text: string, pattern: RegExp, kind: Reference['kind'], offset: number): Generator<Reference> {
  for (const match of text.matchAll(pattern)) {
    let at = offset + match.index + match[0].length - 1 - match[1]!.length;
    for (const part of match[1]!.split(',')) {
      const name = part.trim();
      const start = at + part.indexOf(name);
      if (name) yield { kind, name, start, end: start + name.length };
      at += part.length + 1;
    }
  }
}
