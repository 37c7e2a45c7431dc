import type { Attr, Block, Inline } from '../../../pipeline/assemble/reader/ast.js';
import type { Manuscript } from '../../../pipeline/volume/types.js';

/** Short ways to write pandoc's tree in tests. */
export const none: Attr = ['', [], []];
export const str = (c: string): Inline => ({ t: 'Str', c });
export const space: Inline = { t: 'Space' };
export const softBreak: Inline = { t: 'SoftBreak' };
export const words = (text: string): Inline[] =>
  text.split(' ').flatMap((word, index) => (index === 0 ? [str(word)] : [space, str(word)]));
export const para = (...c: Inline[]): Block => ({ t: 'Para', c });
export const header = (level: number, id: string, text: string): Block => ({
  t: 'Header',
  c: [level, [id, [], []], words(text)],
});
export const span = (id: string, ...c: Inline[]): Inline => ({ t: 'Span', c: [[id, [], []], c] });
export const link = (url: string, ...c: Inline[]): Inline => ({ t: 'Link', c: [none, c, [url, '']] });
export const image = (url: string, attr: Attr = none, ...c: Inline[]): Inline => ({
  t: 'Image',
  c: [attr, c, [url, '']],
});
export const figure = (id: string, caption: Inline[], ...content: Inline[]): Block => ({
  t: 'Figure',
  c: [[id, [], []], [null, caption.length > 0 ? [{ t: 'Plain', c: caption }] : []], [{ t: 'Plain', c: content }]],
});
export const displayMath = (tex: string): Inline => ({ t: 'Math', c: [{ t: 'DisplayMath' }, tex] });

export const manuscript = (fields: Partial<Manuscript> = {}): Manuscript => ({
  id: 'paper',
  path: 'paper.md',
  folder: '/volume',
  role: 'contribution',
  title: 'A paper',
  authors: [],
  affiliations: [],
  keywords: [],
  lang: 'en',
  bibliography: [],
  body: '',
  source: '',
  sha256: '',
  figures: [],
  ...fields,
});
