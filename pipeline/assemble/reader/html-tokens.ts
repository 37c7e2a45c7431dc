import { decodeNamedCharacterReference } from 'decode-named-character-reference';

export type HtmlToken =
  | { kind: 'open'; name: string; written: string; attributes: Map<string, string>; closed: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** Elements without content (HTML Living Standard, 13.1.2). */
const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound'.split(' '),
);

/** Elements whose content is no markup. */
const opaque = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);

// Attributes are bounded, so that a tag that never ends costs no more than its own length.
const tag = /<(\/?)([A-Za-z][A-Za-z0-9:-]{0,60})((?:[\s/](?:"[^"]{0,20000}"|'[^']{0,20000}'|[^'">]){0,1000})?)>/y;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Splits HTML into tags and text. Comments, doctypes and processing instructions are left out, as is the content of scripts and styles;
 * what is no tag is text.
 */
export function tokenizeHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const addText = (text: string) => text && tokens.push({ kind: 'text', text: decodeReferences(text) });
  let from = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const end = commentEnd(html, at);
    tag.lastIndex = at;
    const match = end === undefined ? tag.exec(html) : null;
    if (end === undefined && !match) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    addText(html.slice(from, at));
    from = end ?? tag.lastIndex;
    if (match) {
      const name = match[2]!.toLowerCase();
      if (match[1]) tokens.push({ kind: 'close', name });
      else {
        const closed = voids.has(name) || match[3]!.endsWith('/');
        tokens.push({ kind: 'open', name, written: match[2]!, attributes: attributesOf(match[3]!), closed });
        if (opaque.has(name) && !closed) {
          const close = html.slice(from).search(new RegExp(`</${name}[\\s>/]`, 'i'));
          if (close >= 0) from += close;
        }
      }
    }
    at = html.indexOf('<', from);
  }
  addText(html.slice(from));
  return tokens;
}

/** End of a comment, doctype, CDATA section or processing instruction that starts at `at`. */
function commentEnd(html: string, at: number): number | undefined {
  const mark = html[at + 1];
  if (mark !== '!' && mark !== '?') return undefined;
  const closing = html.startsWith('<!--', at) ? '-->' : '>';
  const end = html.indexOf(closing, at + (closing === '-->' ? 2 : 1));
  return end < 0 ? html.length : end + closing.length;
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of source.matchAll(attribute)) {
    const key = name!.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeReferences(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** Text with its character references replaced: `&amp;`, `&#20013;`, `&#x4e2d;`. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g,
    (whole, decimal, hex, name) => {
      if (name) return decodeNamedCharacterReference(name) || whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      const printable = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return printable ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
