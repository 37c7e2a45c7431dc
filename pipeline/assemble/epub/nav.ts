import type { Element } from 'xast';
import type { Volume } from '../../volume/types.js';
import { wordsFor } from '../words.js';
import type { OutlineItem } from './outline.js';
import { xhtml } from './page.js';
import { phrasesFor } from './phrases.js';
import { element, lines } from './xml.js';

/**
 * The navigation document, which is also the contents page: it prints sections, titles and authors; headings are there for the
 * reading system's own table of contents, and hidden on the page.
 */
export function navPage(
  volume: Volume,
  items: OutlineItem[],
  landmarks: { cover: string; title: string; body: string },
) {
  const words = wordsFor(volume.lang);
  const phrases = phrasesFor(volume.lang);
  const contents = element(
    'nav',
    { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' },
    lines(element('h1', { id: 'toc-title' }, words.contents), list(items)),
  );
  const landmark = (type: string, href: string, name: string) =>
    element('li', {}, element('a', { 'epub:type': type, href }, name));
  const places = element(
    'nav',
    { 'epub:type': 'landmarks', id: 'landmarks', hidden: 'hidden', 'aria-label': phrases.landmarks },
    element(
      'ol',
      {},
      lines(
        landmark('cover', landmarks.cover, words.cover),
        landmark('titlepage', landmarks.title, words.titlePage),
        landmark('toc', 'nav.xhtml', words.contents),
        landmark('bodymatter', landmarks.body, phrases.start),
      ),
    ),
  );
  return xhtml({ lang: volume.lang, title: words.contents, type: 'frontmatter', body: lines(contents, places) });
}

function list(items: OutlineItem[], hidden = false): Element {
  return element('ol', { hidden: hidden ? 'hidden' : undefined }, lines(items.map(line)));
}

function line({ kind, text, lang, authors, href, children }: OutlineItem): Element {
  const language = { lang, 'xml:lang': lang };
  const title = element('span', { class: kind === 'manuscript' ? 'title' : undefined }, text);
  const label =
    href === undefined
      ? element('span', { class: 'section-name' }, text)
      : element(
          'a',
          { href, ...language },
          title,
          authors !== undefined && [{ type: 'text', value: ' ' }, element('span', { class: 'authors' }, authors)],
        );
  return element('li', { class: kind }, label, children.length > 0 && list(children, kind !== 'section'));
}

/** The same contents as NCX, for the reading systems that only know EPUB 2's. */
export function ncx(volume: Volume, items: OutlineItem[], identifier: string): Element {
  const depth = (list: OutlineItem[]): number =>
    list.length === 0 ? 0 : 1 + Math.max(...list.map((item) => depth(item.children)));
  let order = 0;
  const point = ({ text, authors, href, children }: OutlineItem): Element => {
    const label = authors === undefined ? text : `${text} / ${authors}`;
    const inside = children.map(point);
    return element(
      'navPoint',
      { id: `p${++order}` },
      lines(
        element('navLabel', {}, element('text', {}, label)),
        element('content', { src: href ?? firstHref(children) }),
        inside,
      ),
    );
  };
  const meta = (name: string, content: string) => element('meta', { name, content });
  return element(
    'ncx',
    { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': volume.lang },
    lines(
      element(
        'head',
        {},
        lines(
          meta('dtb:uid', identifier),
          meta('dtb:depth', String(depth(items))),
          meta('dtb:totalPageCount', '0'),
          meta('dtb:maxPageNumber', '0'),
        ),
      ),
      element('docTitle', {}, element('text', {}, volume.title)),
      element('navMap', {}, lines(items.map(point))),
    ),
  );
}

function firstHref(items: OutlineItem[]): string {
  const [first] = items;
  return first?.href ?? firstHref(first?.children ?? []);
}
