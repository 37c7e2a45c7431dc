import type { Element } from 'xast';
import type { Volume } from '../../volume/types.js';
import { joinNames, type PrintedWords, printedDate, wordsFor } from '../words.js';
import { printedName } from './manuscript-page.js';
import { xhtml } from './page.js';
import { phrasesFor } from './phrases.js';
import { element, lines } from './xml.js';

/** The page that shows the cover image. */
export function coverPage(volume: Volume, image: string): string {
  const body = element(
    'section',
    { class: 'cover', 'epub:type': 'cover', 'aria-label': wordsFor(volume.lang).cover },
    element('img', { src: image, alt: phrasesFor(volume.lang).coverOf(volume.title), role: 'doc-cover' }),
  );
  return xhtml({ lang: volume.lang, title: volume.title, type: 'cover', body: lines(body) });
}

/** The title page: title, event, editors, publisher, and the numbers by which the volume is found. */
export function titlePage(volume: Volume): string {
  const words = wordsFor(volume.lang);
  const line = (name: string, value: string | undefined | false) =>
    value ? element('p', { class: name }, value) : undefined;
  const front = lines(
    element('h1', { id: 'title' }, volume.title),
    volume.subtitle !== undefined && element('p', { class: 'subtitle', role: 'doc-subtitle' }, volume.subtitle),
    line('event', eventLine(volume)),
    volume.editors.length > 0 &&
      element(
        'p',
        { class: 'editors' },
        element('span', { class: 'label' }, words.editedBy),
        ' ',
        joinNames(volume.editors.map(printedName), words),
      ),
    line('publisher', publisherLine(volume, words)),
    line('date', volume.date && printedDate(volume.date, volume.lang)),
  );
  const identifiers = identifierLines(volume, words);
  const body = element(
    'section',
    { class: 'titlepage', 'epub:type': 'titlepage', 'aria-labelledby': 'title' },
    lines(element('header', {}, front), identifiers.length > 0 && element('footer', {}, lines(...identifiers))),
  );
  return xhtml({ lang: volume.lang, title: volume.title, type: 'frontmatter', body: lines(body) });
}

function eventLine({ event, lang }: Volume): string | undefined {
  if (!event) return undefined;
  const separator = wordsFor(lang).lang === 'en' ? ', ' : '，';
  return [event.name, event.date && printedDate(event.date, lang), event.place].filter(Boolean).join(separator);
}

function publisherLine({ publisher }: Volume, words: PrintedWords): string | undefined {
  return publisher && [publisher.place, publisher.name].filter(Boolean).join(words.colon);
}

function identifierLines({ isbn, issn, doi, license }: Volume, words: PrintedWords): Element[] {
  const link = doi && element('a', { href: `https://doi.org/${encodeURI(doi)}` }, `https://doi.org/${doi}`);
  return [
    ...(isbn ? [element('p', {}, `ISBN ${isbn}`)] : []),
    ...(issn ? [element('p', {}, `ISSN ${issn}`)] : []),
    ...(link ? [element('p', {}, link)] : []),
    ...(license ? [element('p', {}, `${words.licence}${words.colon}${license}`)] : []),
  ];
}
