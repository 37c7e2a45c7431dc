import type { Attr, Block, Inline } from '../../../pipeline/assemble/reader/ast.js';

export const str = (c: string): Inline => ({ t: 'Str', c });
export const space: Inline = { t: 'Space' };
export const attr = (id = '', classes: string[] = [], pairs: [string, string][] = []): Attr => [id, classes, pairs];

/** `text` as pandoc reads it: words and spaces. */
export const words = (text: string): Inline[] =>
  text.split(' ').flatMap((word, at) => [...(at > 0 ? [space] : []), ...(word ? [str(word)] : [])]);

const inlines = (parts: (string | Inline)[]): Inline[] =>
  parts.flatMap((part) => (typeof part === 'string' ? words(part) : [part]));

export const para = (...parts: (string | Inline)[]): Block => ({ t: 'Para', c: inlines(parts) });
export const plain = (...parts: (string | Inline)[]): Block => ({ t: 'Plain', c: inlines(parts) });
export const header = (level: number, id: string, text: string): Block => ({
  t: 'Header',
  c: [level, attr(id), words(text)],
});
export const math = (tex: string, displayed = false): Inline => ({
  t: 'Math',
  c: [{ t: displayed ? 'DisplayMath' : 'InlineMath' }, tex],
});
export const span = (a: Attr, ...parts: (string | Inline)[]): Inline => ({ t: 'Span', c: [a, inlines(parts)] });
export const link = (to: string, ...parts: (string | Inline)[]): Inline => ({
  t: 'Link',
  c: [attr(), inlines(parts), [to, '']],
});
export const note = (...blocks: Block[]): Inline => ({ t: 'Note', c: blocks });
export const image = (name: string, alt: string, width = '50%'): Inline => ({
  t: 'Image',
  c: [
    attr(
      '',
      [],
      [
        ['width', width],
        ['alt', alt],
      ],
    ),
    [],
    [name, ''],
  ],
});
export const figure = (id: string, caption: Inline[], ...content: Block[]): Block => ({
  t: 'Figure',
  c: [attr(id), [null, caption.length > 0 ? [{ t: 'Plain', c: caption }] : []], content],
});
export const label = (text: string): Inline => span(attr('', ['caption-label']), str(text));

/** A table of plain text; the first row is its header. */
export function table(id: string, caption: Inline[], rows: string[][]): Block {
  const row = (cells: string[]): [Attr, [Attr, { t: 'AlignDefault' }, number, number, Block[]][]] => [
    attr(),
    cells.map((text) => [attr(), { t: 'AlignDefault' }, 1, 1, [plain(text)]]),
  ];
  const [head, ...body] = rows as [string[], ...string[][]];
  return {
    t: 'Table',
    c: [
      attr(id),
      [null, caption.length > 0 ? [{ t: 'Plain', c: caption }] : []],
      head.map(() => [{ t: 'AlignDefault' }, { t: 'ColWidth', c: 0.2 }]),
      [attr(), [row(head)]],
      [[attr(), 0, [], body.map(row)]],
      [attr(), []],
    ],
  };
}
