import type { Element, ElementContent } from 'xast';
import { element, lines, serialize } from './xml.js';

/** One XHTML document of the book. */
export interface Page {
  lang: string;
  title: string;
  /** `../` of a page in a folder. */
  toRoot?: string;
  /** `epub:type` of the body. */
  type?: 'frontmatter' | 'bodymatter' | 'backmatter' | 'cover';
  body: ElementContent[];
}

/** The XHTML document of a page, as UTF-8 text. */
export function xhtml({ lang, title, toRoot = '', type, body }: Page): string {
  const head: Element = element(
    'head',
    {},
    lines(
      element('meta', { charset: 'utf-8' }),
      element('title', {}, title),
      element('link', { rel: 'stylesheet', type: 'text/css', href: `${toRoot}style.css` }),
    ),
  );
  const html = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang,
      'xml:lang': lang,
    },
    lines(head, element('body', { 'epub:type': type }, body)),
  );
  return serialize(html, 'html');
}
