/**
 * The one dialect that manuscripts are written in: pandoc's Markdown where it is richer than GitHub's, GitHub's rules where the two
 * differ on what starts a block, so that the book prints what an author sees on GitHub. Raw TeX and HTML are read as such
 * because the passes after this resolve or drop them; without the extensions they would be printed as text.
 */
const extensions = [
  '+raw_tex',
  '+lists_without_preceding_blankline',
  '-blank_before_header',
  '-blank_before_blockquote',
  '+autolink_bare_uris',
  '+mark',
  '-pandoc_title_block',
  '-yaml_metadata_block',
  '-mmd_title_block',
];

/** Languages written without spaces between words, where ASCII quotes and hyphens mean what they show. */
const unspaced = /^(zh|ja|ko|yue|wuu|th|lo|km|my|bo)\b/i;

/** Whether text in `lang` (BCP 47) is set by the conventions of Chinese, Japanese or Korean. */
export function isEastAsian(lang: string): boolean {
  return /^(zh|ja|ko|yue|wuu)\b/i.test(lang);
}

/**
 * Pandoc's reader for a manuscript in `lang`. Straight quotes, `--` and `...` become typographic ones only where the language uses
 * them: pandoc curls ASCII quotes between Han the wrong way round.
 */
export function readerFor(lang: string): string {
  return `markdown${unspaced.test(lang) ? '-smart' : '+smart'}${extensions.join('')}`;
}
