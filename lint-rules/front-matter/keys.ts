/** Fields of a header that mean something to Galley, and every way in which JOSS, MyST, pandoc and Quarto write their keys. */
export const fieldKeys = {
  title: ['title'],
  subtitle: ['subtitle'],
  shortTitle: [
    'short-title',
    'shorttitle',
    'running-title',
    'running-head',
    'runninghead',
    'runningtitle',
    'title-short',
  ],
  authors: ['authors', 'author'],
  affiliations: ['affiliations', 'affiliation', 'institute', 'institutes', 'institution', 'institutions'],
  contributors: ['contributors', 'contributor'],
  abstract: ['abstract'],
  parts: ['parts', 'part'],
  keywords: ['keywords', 'keyword'],
  tags: ['tags', 'tag'],
  date: ['date'],
  lang: ['lang', 'language'],
  bibliography: ['bibliography', 'bibliographies'],
  license: ['license', 'licence'],
  doi: ['doi'],
} as const;

export type Field = keyof typeof fieldKeys;

/** Keys that the three formats, Quarto and R Markdown, and the common site generators know and Galley has no use for. */
const otherKeys = new Set(
  `
  aas-doi aas-journal archive archive-doi citation citation-author editor editors formatted-doi issue journal joss-doi page paper-url
  published received accepted repository review-url reviewers reviewer submitted volume year software-repository-url software-review-url
  joss-paper optional-preamble event publication doi-batch issn isbn publisher version git-url jose-year

  abbreviations acknowledgements acknowledgments arxiv availability banner banner-optimized biblio binder bluesky code-license content-includes-equations
  content-license copyright contributing-authors content corresponding data-availability description discord downloads edit-url email epigraph
  error-rules exclude exports export execute extends first-page fundings funding github gitlab hidden html-meta id identifiers images jupyter
  jupytext kernelspec key-points label label-prefix last-page linkedin linkcheck mastodon math name no-date numbering open-access options orcid oxa
  plain-language-summary plugins pmcid pmid project quote references requirements resources settings short-description site skip-execution
  slug social source source-url subject summary template thebe thumbnail thumbnail-optimized toc twitter typst venue venues x-twitter youtube

  address appendix abstract-title adjusting author-meta author-note author-title author-prefix bibliography-title biblio-style biblio-title biblatexoptions bibhang
  biblio-config biblatex block-headings blockquote book boxlinks caption-justification citation-abbreviations citation-package citecolor
  citations-hyperlinks classoption code-block-font-size codebelowline colorlinks comment comments cover-image covers creator crossref css csl csquotes
  date-format date-meta date-modified documentclass dir draft editor-options endnotes eqnos-cleveref eqnprefix eqnprefixtemplate filecolor figprefix
  figtitle figure-title figuretitle fig-caption fig-cap-location fignos-cleveref filters floatspliton fontenc fontfamily fontfamilyoptions
  fontsize footer footnotes-pretty footnotes-disable-backlinks format funder geometry graphics grant group-position groups handout header
  header-includes header-left header-right headings hyperrefoptions hyphenate hypothesis identifier include-after include-before indent index
  institute-title interact-with-self iso-date keep-md keep-tex keywords-title knit lang-direction latex-engine layout lead-in leftmargin
  lecturelevel lineno linenumbers linestretch link-citations link-bibliography linkcolor linkreferences linkstyle links-as-notes lof lol
  listings logo lot luatexjapresetoptions mainfont mainfontfallback mainfontoptions mathfont mathfontoptions mathspec margin margin-left margin-right
  margin-top margin-bottom maxwidth metadata microtypeoptions monobackgroundcolor monofont monofontoptions nameinlink natbib natbiboptions
  navigation nocite note notes notice nolinenumbers nowrap number-depth number-sections numbersections orientation output output-file otherlangs
  page-numbering page-progression-direction pagesize pagestyle pandoc-latex-environment papersize params paragraph-spacing parent pdf-engine
  pdfa pdfauthor permalink preamble prefer-html preprint processor published-title pubdate qed quotation ragged-right reference-doc
  reference-section-title relation revision revealjs-url rights rmarkdown runtime sansfont sansfontoptions search secheader secnumdepth
  secprefix section section-titles sections-depth section-numbering series setspace simplefont sitemap standalone status strip-comments
  style subparagraph suppress-bibliography svg-engine syntax-highlighting tables tablenos-cleveref table-of-contents tableofcontents
  tablename tabletitle tbl-cap-location tblprefix tbltitle template-partials thanks theme thesis title-block-banner title-prefix title-meta
  title-slide titlegraphic titlepage toc-depth toc-own-page toc-title toccolor tocdepth top-level-division twocolumn type urlcolor urldate use
  variables vignette weight website wordcount wrap xelatex zotero

  aliases archived categories category cover expirydate featured image lastmod layout menu modified nav nav-order og-image outputs parent pin
  post-id publishdate redirect-from sidebar sitemap tocopen url wordpress

  autoeqnlabels autosectionlabels beamer book-title bookdown ccsdelim ccslabelsep ccstemplate chapdelim chapters chaptersdepth cite-method
  citeproc cjkmainfont cjkmonofont cjkoptions cjksansfont class code-annotations code-fold code-tools code-line-numbers editor-markdown
  eqnindextemplate eqnlabels eqnos figlabels figureTemplate fig-align fig-format fig-height fig-width html-math-method jupyter-notebook
  listinglabels listingtemplate listingtitle lstprefix lsttitle mermaid note-to-editors pairdelim rangedelim refdelim refindextemplate
  sectionsdepth subfiglabels subfiguretemplate subfigurerefindextemplate tablabels tableeqns tabletemplate titledelim xnos-capitalise
  xnos-cleveref xnos-number-by-section xnos-number-offset figures engine knitr server shiny editor_options always-allow-html
  `
    .trim()
    .split(/\s+/)
    .map(plain),
);

/** A key without what authors vary freely: case, and `_` for `-`. */
export function plain(key: string): string {
  return key.toLowerCase().replaceAll('_', '-');
}

const fieldsByKey = new Map<string, Field>(
  Object.entries(fieldKeys).flatMap(([field, keys]) => keys.map((key) => [key, field as Field] as const)),
);

/** The field that a top-level key fills. */
export function fieldOf(key: string): Field | undefined {
  return fieldsByKey.get(plain(key));
}

/** Whether another tool gives the key a meaning, so that silence is right. Namespaced keys (`x-…`, `prefix.key`) are someone's own. */
export function isForeignKey(key: string): boolean {
  const name = plain(key);
  return (
    otherKeys.has(name) ||
    /^x-|[.:/]|^(?:include|epub|pdf|html|latex|docx|beamer|jats|slide|eqn|fig|tbl|lst|sec|link|toc)-/.test(name)
  );
}

/** The one of `candidates` that `key` most likely means: at most a third of its letters differ. */
export function closest(key: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(key.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(plain(key), plain(candidate), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Damerau-Levenshtein distance with adjacent transpositions; `bound` and more are all the same. */
function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound;
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
