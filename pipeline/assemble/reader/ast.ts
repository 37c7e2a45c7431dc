/** Pandoc's document tree as its JSON writer gives it (pandoc-types 1.23): constructors in `t`, contents in `c`. */

/** Identifier, classes, key-value pairs. */
export type Attr = [id: string, classes: string[], pairs: [string, string][]];

export type MathType = { t: 'InlineMath' } | { t: 'DisplayMath' };
export type Target = [url: string, title: string];

export interface Citation {
  citationId: string;
  citationPrefix: Inline[];
  citationSuffix: Inline[];
  citationMode: { t: 'AuthorInText' | 'SuppressAuthor' | 'NormalCitation' };
  citationNoteNum: number;
  citationHash: number;
}

export type Inline =
  | { t: 'Str'; c: string }
  | { t: 'Emph' | 'Underline' | 'Strong' | 'Strikeout' | 'Superscript' | 'Subscript' | 'SmallCaps'; c: Inline[] }
  | { t: 'Quoted'; c: [{ t: 'SingleQuote' | 'DoubleQuote' }, Inline[]] }
  | { t: 'Cite'; c: [Citation[], Inline[]] }
  | { t: 'Code'; c: [Attr, string] }
  | { t: 'Space' }
  | { t: 'SoftBreak' }
  | { t: 'LineBreak' }
  | { t: 'Math'; c: [MathType, string] }
  | { t: 'RawInline'; c: [format: string, text: string] }
  | { t: 'Link'; c: [Attr, Inline[], Target] }
  | { t: 'Image'; c: [Attr, Inline[], Target] }
  | { t: 'Note'; c: Block[] }
  | { t: 'Span'; c: [Attr, Inline[]] };

export type Caption = [short: Inline[] | null, long: Block[]];
export type Alignment = { t: 'AlignLeft' | 'AlignRight' | 'AlignCenter' | 'AlignDefault' };
export type ColSpec = [Alignment, { t: 'ColWidth'; c: number } | { t: 'ColWidthDefault' }];
export type Cell = [Attr, Alignment, rowSpan: number, colSpan: number, Block[]];
export type Row = [Attr, Cell[]];
export type TableBody = [Attr, rowHeadColumns: number, head: Row[], body: Row[]];
export type ListAttributes = [start: number, style: { t: string }, delimiter: { t: string }];

export type Block =
  | { t: 'Plain' | 'Para'; c: Inline[] }
  | { t: 'LineBlock'; c: Inline[][] }
  | { t: 'CodeBlock'; c: [Attr, string] }
  | { t: 'RawBlock'; c: [format: string, text: string] }
  | { t: 'BlockQuote'; c: Block[] }
  | { t: 'OrderedList'; c: [ListAttributes, Block[][]] }
  | { t: 'BulletList'; c: Block[][] }
  | { t: 'DefinitionList'; c: [Inline[], Block[][]][] }
  | { t: 'Header'; c: [level: number, Attr, Inline[]] }
  | { t: 'HorizontalRule' }
  | { t: 'Table'; c: [Attr, Caption, ColSpec[], [Attr, Row[]], TableBody[], [Attr, Row[]]] }
  | { t: 'Figure'; c: [Attr, Caption, Block[]] }
  | { t: 'Div'; c: [Attr, Block[]] };

/** A whole document as `pandoc -t json` writes it. */
export interface Pandoc {
  'pandoc-api-version': number[];
  meta: Record<string, unknown>;
  blocks: Block[];
}
