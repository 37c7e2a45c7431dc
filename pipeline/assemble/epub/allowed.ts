const names = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/** What pandoc makes of a manuscript's tree. Nothing here loads, runs, submits or styles. */
export const htmlElements = names(`section h1 h2 h3 h4 h5 h6 p div span em strong del sup sub u mark kbd dfn a img br hr
  figure figcaption table caption colgroup col thead tbody tfoot tr th td ul ol li dl dt dd blockquote pre code math`);

/** MathML as pandoc's TeX converter writes it. */
export const mathElements =
  names(`math mrow mi mn mo mtext mspace ms msup msub msubsup munder mover munderover mmultiscripts
  mprescripts none mfrac msqrt mroot mtable mtr mtd mstyle mpadded mphantom menclose merror semantics`);

const mathAttributes =
  names(`display mathvariant stretchy fence form separator accent accentunder lspace rspace width height
  depth voffset columnalign rowalign columnspan rowspan columnspacing rowspacing columnlines rowlines frame scriptlevel
  displaystyle linethickness bevelled minsize maxsize movablelimits largeop symmetric notation side mathsize`);

const attributesOf: Record<string, Set<string>> = {
  img: names('alt'),
  td: names('colspan rowspan'),
  th: names('colspan rowspan'),
  ol: names('start type'),
};

/** Classes that the stylesheet knows; of the rest nobody would see anything. */
const classes = names(`caption-label csl-entry csl-left-margin csl-right-inline csl-indent csl-block hanging-indent
  smallcaps line-block sourceCode uri email example equation references task-list
  al an at bn bu cf ch cn co cv do dt dv er ex fl fu im in kw op ot pp sc ss st va vs wa`);

const identifier = /^[\p{L}\p{M}\p{N}_.:-]+$/u;
const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const harmlessStyle = /^(?:text-align: ?(?:left|right|center)|width: ?\d+(?:\.\d+)?%|padding-(?:left|right): ?0)$/;

/** Whether an identifier may stand in the book: what the reader leaves of an author's. */
export function isIdentifier(id: string): boolean {
  return identifier.test(id);
}

/** The attributes of a text's element that may stay, checked by value; addresses are not among them and are set by who knows them. */
export function allowedAttributes(element: string, attributes: Record<string, string | null | undefined>) {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    if (name === 'id' && isIdentifier(value)) kept.id = value;
    else if (name === 'class') {
      const known = value.split(/\s+/).filter((word) => classes.has(word));
      if (known.length > 0) kept.class = known.join(' ');
    } else if (name === 'lang' && languageTag.test(value)) {
      kept.lang = value;
      kept['xml:lang'] = value;
    } else if (name === 'style') {
      const style = allowedStyle(value);
      if (style) kept.style = style;
    } else if (attributesOf[element]?.has(name)) kept[name] = value;
  }
  return kept;
}

export function allowedMathAttributes(attributes: Record<string, string | null | undefined>) {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!value) continue;
    if (mathAttributes.has(name) && /^[\w .%#+-]{1,60}$/.test(value)) kept[name] = value;
    const style = name === 'style' && allowedStyle(value);
    if (style) kept.style = style;
  }
  return kept;
}

function allowedStyle(value: string): string {
  const declarations = value.split(';').map((declaration) => declaration.trim());
  return declarations.filter((declaration) => harmlessStyle.test(declaration)).join('; ');
}
