import type { Directive } from './myst-directive.js';
import { attributeText, type Conversion, idOf, labelOf } from './myst-markup.js';

/** `{image}`: an image without a caption, in a paragraph of its own. */
export function image(directive: Directive, conversion: Conversion): string[] {
  if (isEmbedded(directive, conversion)) return [];
  return directive.argument ? [imageTag(directive, idOf(directive))] : [];
}

/**
 * `{figure}`: its image, then of its content the images, tables and code as they are, and all other paragraphs as the caption. The argument of
 * `figure-md` is the label, and the image stands in the content.
 */
export function figure(directive: Directive, conversion: Conversion): string[] {
  const markdown = directive.name === 'figure-md';
  const named = markdown && !labelOf(directive) && directive.argument ? withLabel(directive) : directive;
  const shown = markdown || !directive.argument || isEmbedded(directive, conversion) ? '' : imageTag(directive);
  const caption = directive.options.get('caption');
  const given = caption ? `<figcaption>${conversion.inline(caption)}</figcaption>` : '';
  return [`<figure${idOf(named)}>${shown}${given}`, ...captioned(conversion.lines(directive.body)), '</figure>'];
}

/** The output of a notebook's cell, named by its label, in an image's place: there is no notebook here. */
function isEmbedded(directive: Directive, conversion: Conversion): boolean {
  if (!directive.argument.startsWith('#')) return false;
  conversion.leftOut(`${directive.name} ${directive.argument}`, directive.written);
  return true;
}

function withLabel(directive: Directive): Directive {
  return { ...directive, options: new Map([...directive.options, ['label', directive.argument]]) };
}

/** Starts of paragraphs that are shown in a figure and not said of it. */
const shownInFigure = /^\s*(?:!\[|<(?!sub|sup|b>|i>|em|strong|u>|del|kbd|span|a\s)|`{3}|~{3}|\||\$\$|:{3})/;

/** Marks the paragraphs of a figure's content that are its caption. */
function captioned(lines: string[]): string[] {
  const marked: string[] = [];
  for (let index = 0; index < lines.length; ) {
    if (lines[index]!.trim() === '') {
      marked.push('');
      index++;
      continue;
    }
    const start = index;
    if (/^\s*(`{3}|~{3})/.test(lines[index]!)) {
      const fence = /^\s*(`+|~+)/.exec(lines[index]!)![1]!;
      index++;
      while (index < lines.length && lines[index]!.trim() !== fence) index++;
      marked.push(...lines.slice(start, ++index));
      continue;
    }
    while (index < lines.length && lines[index]!.trim() !== '') index++;
    const paragraph = lines.slice(start, index);
    if (!shownInFigure.test(paragraph[0]!)) {
      paragraph[0] = `<figcaption>${paragraph[0]!.trimStart()}`;
      paragraph[paragraph.length - 1] += '</figcaption>';
    }
    marked.push(...paragraph);
  }
  return marked;
}

function imageTag({ argument, options }: Directive, id = ''): string {
  const attribute = (name: string, value: string | undefined) => (value ? ` ${name}="${attributeText(value)}"` : '');
  const width = options.get('width') ?? options.get('figwidth');
  const sizes = attribute('width', width) + attribute('height', options.get('height'));
  return `<img src="${attributeText(argument)}"${id}${sizes}${attribute('alt', options.get('alt'))}>`;
}
