import type { Affiliation, Author, FrontMatter } from '../../lint-rules/front-matter/types.js';

/** A place in an input file: `path` is relative to the volume's root, POSIX; line and column are 1-based, columns in UTF-16 units. */
export interface Place {
  path: string;
  line?: number;
  column?: number;
}

export type { Affiliation, Author };

/** A figure that a manuscript refers to and that was checked: inside the volume, a decodable image, not too large. */
export interface Figure {
  /** As the author wrote it. */
  url: string;
  /** Relative to the volume's root, POSIX. */
  path: string;
  /** Absolute path to read it from. */
  file: string;
  format: 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' | 'svg' | 'pdf';
  /** Pixels; CSS pixels for SVG, points for PDF. */
  width: number;
  height: number;
  bytes: number;
  sha256: string;
  /** Where the manuscript first names it. */
  place: Place;
}

export type Role = 'preface' | 'foreword' | 'introduction' | 'keynote' | 'contribution' | 'afterword' | 'appendix';

/** What the front matter says, checked and completed, with the text itself. */
export interface Manuscript extends Omit<FrontMatter, 'title' | 'lang' | 'bibliography'> {
  id: string;
  /** Of its Markdown file, relative to the volume's root, POSIX. */
  path: string;
  /** Folder its figures and bibliographies are relative to; absolute. */
  folder: string;
  role: Role;
  /** Title of the section that it stands in. */
  section?: string;
  /** Inline Markdown, as are `subtitle` and `shortTitle`, the one for running heads. */
  title: string;
  /** BCP 47. */
  lang: string;
  /** Bibliography files: paths relative to the volume's root, POSIX, and absolute. */
  bibliography: { path: string; file: string; sha256: string }[];
  /** The Markdown under the header; the header's lines stand as empty lines, so that line numbers are the file's. */
  body: string;
  /** The whole file, for finding places in it. */
  source: string;
  /** Files that directives took into the body. */
  included?: { path: string; source: string }[];
  sha256: string;
  /** Checked figures by the `url` that the text uses. */
  figures: Figure[];
}

/** One line of the contents. */
export type Entry = { kind: 'manuscript'; id: string } | { kind: 'section'; title: string; manuscripts: string[] };

export interface Volume {
  /** Absolute, symbolic links resolved. */
  root: string;
  /** Name of the output files: lower-case letters (Latin ones without accents), digits and hyphens. */
  slug: string;
  title: string;
  subtitle?: string;
  /** BCP 47. */
  lang: string;
  /** ISO 8601 day, month or year. */
  date?: string;
  event?: { name: string; date?: string; place?: string };
  editors: Author[];
  publisher?: { name: string; place?: string };
  isbn?: string;
  issn?: string;
  doi?: string;
  license?: string;
  page: { size: PageSize };
  /** Path of the terms file, relative to the root. */
  terms?: string;
  contents: Entry[];
  /** In the order of the contents. */
  manuscripts: Manuscript[];
  /** Every file read besides figures: volume.yml, manuscripts, bibliographies. */
  sources: { path: string; sha256: string; bytes: number }[];
}

export type PageSize = 'a4' | 'a5' | 'b5' | 'us-letter';
