/** A person or an institution as a title page, a contents list and metadata need them. */
export interface Author {
  /** The name as it is printed. */
  name: string;
  given?: string;
  family?: string;
  /** The name in its own script, where `name` is a transcription. */
  native?: string;
  /** Key to sort by, where the name alone would misfile. */
  sort?: string;
  /** 0-based indices into the manuscript's `affiliations`. */
  affiliations: number[];
  /** The bare 16-digit form, 0000-0000-0000-000X. */
  orcid?: string;
  email?: string;
  corresponding: boolean;
}

export interface Affiliation {
  /** One printable line: department, institution, city, country. */
  name: string;
  /** ROR identifier as a full URL. */
  ror?: string;
}

/** 1-based line and column (UTF-16 units) in the file that was read. */
export interface Point {
  line: number;
  column: number;
}

/** What a manuscript says of itself, whichever way its author wrote it. */
export interface FrontMatter {
  title?: string;
  subtitle?: string;
  shortTitle?: string;
  authors: Author[];
  affiliations: Affiliation[];
  /** Markdown. */
  abstract?: string;
  keywords: string[];
  /** ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  /** BCP 47, canonical. */
  lang?: string;
  /** Paths as the author wrote them, with their places. `undefined` when nothing names one. */
  bibliography?: { path: string; at: Point }[];
  license?: string;
  doi?: string;
}
