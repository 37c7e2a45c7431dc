/** What a role needs of the text that it stands in. */
export interface RoleEvents {
  /** Abbreviations that were written out already. */
  abbreviated: Set<string>;
  unknown(name: string): void;
  leftOut(name: string): void;
}

type Role = (content: string, events: RoleEvents, name: string) => string;

const tagged =
  (tag: string): Role =>
  (content) =>
    `<${tag}>${content}</${tag}>`;
const plain: Role = (content) => withTarget(content).text ?? content;
const dropped: Role = () => '';
const leftOut: Role = (_, events, name) => {
  events.leftOut(name);
  return '';
};

/** `text <target>`, or a target alone. */
function withTarget(content: string): { text?: string; target: string } {
  const match = /^([^<]*[^<\s])\s*<([^<>]+)>\s*$/s.exec(content);
  return match ? { text: match[1]!.trim(), target: match[2]!.trim() } : { target: content.trim() };
}

function codeSpan(content: string): string {
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map((match) => match[0].length));
  const ticks = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(content) ? ' ' : '';
  return `${ticks}${pad}${content}${pad}${ticks}`;
}

function key(citation: string): string {
  const bare = citation
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)(?=10\.)/i, '')
    .replace(/^@/, '');
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u.test(bare)
    ? `@${bare}`
    : `@{${bare.replace(/[{}\s]/g, '')}}`;
}

/** `{see}key{p. 2}`: what stands before and behind a key. */
function citation(written: string): string {
  const [, before, name, behind] = /^\s*(?:\{([^{}]*)\})?([^{}]+)(?:\{([^{}]*)\})?\s*$/.exec(written) ?? [
    '',
    undefined,
    written,
  ];
  return `${before ? `${before.trim()} ` : ''}${key(name!)}${behind ? `, ${behind.trim()}` : ''}`;
}

const keys = (content: string): string[] => content.split(/[,;]/).filter((part) => part.trim() !== '');
const parenthetical: Role = (content) => `[${keys(content).map(citation).join('; ')}]`;
const textual: Role = (content) => keys(content).map(key).join('; ');
const year: Role = (content) =>
  `[${keys(content)
    .map((name) => `-${key(name)}`)
    .join('; ')}]`;

const reference =
  (form: string): Role =>
  (content) => {
    const { text, target } = withTarget(content);
    const address = `(#${target.replace(/^#/, '').replace(/[\s()]/g, encodeURIComponent)})`;
    if (text === undefined) return `[]${address}{.${form}}`;
    return `[${text}]${address}${/%s|\{(?:number|name)\}/.test(text) ? '{.ref-format}' : ''}`;
  };

const abbreviation: Role = (content, events) => {
  const match = /^\s*([^()]+?)\s*\(([^()]*)\)\s*$/.exec(content);
  if (!match) return content;
  const [, short, long] = match as unknown as [string, string, string];
  if (events.abbreviated.has(short)) return short;
  events.abbreviated.add(short);
  return `${short} (${long})`;
};

const chemical: Role = (content) =>
  content.replace(/(?<=[A-Za-z)\]])(\d+)/g, '<sub>$1</sub>').replace(/\^\{?([\d+-]+)\}?/g, '<sup>$1</sup>');

const unit: Role = (content) => {
  const { text, target } = withTarget(content);
  return text === undefined ? `\\si{${target}}` : `\\SI{${text}}{${target}}`;
};

const named = (names: string, role: Role): [string, Role][] => names.split(' ').map((name) => [name, role]);

const roles = new Map<string, Role>([
  ...named('cite cite:p cite:ps cite:cp citep cite:alp cite:alps cite:labelpar cite:empty', parenthetical),
  ...named('cite:t cite:ts cite:ct citet cite:author cite:authors cite:authorpars cite:label', textual),
  ...named('cite:year cite:years cite:yearpar cite:yearpars', year),
  ...named('ref numref any xref prf:ref proof:ref exref', reference('named')),
  ...named('eq math:numref', reference('ref-equation')),
  ...named('doc term download py:class py:func py:mod py:meth py:attr', plain),
  ...named('abbr abbreviation', abbreviation),
  ...named('sub subscript', tagged('sub')),
  ...named('sup superscript', tagged('sup')),
  ...named('u underline', tagged('u')),
  ...named('del strike delete', tagged('del')),
  ...named('kbd keyboard', tagged('kbd')),
  ...named('sc smallcaps', (content) => `[${content}]{.smallcaps}`),
  ...named('math m', (content) => `$${content.trim()}$`),
  ...named('code literal file command program samp option envvar regexp mimetype makevar', codeSpan),
  ...named('guilabel menuselection strong button', (content) => `**${content.trim()}**`),
  ...named('emphasis dfn title-reference', (content) => `*${content.trim()}*`),
  ...named('chem chemicalformula', chemical),
  ...named('si', unit),
  ...named('index icon fa octicon material-regular', dropped),
  ...named('eval raw raw:latex raw:typst raw:html glue glue:text embed', leftOut),
  ...named('span text', plain),
]);

/** Names of the roles that are known here. */
export const roleNames: ReadonlySet<string> = new Set(roles.keys());

const opening = /\{([A-Za-z][\w:+-]*)(?:[ \t][^{}\n]*)?\}(`+)/y;

/** Replaces the roles in a piece of running text and fills in links without a text; code and math stay as they are. */
export function convertRoles(text: string, events: RoleEvents): string {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
  let done = '';
  let from = 0;
  let run = 0;
  const keep = (to: number) => {
    done += inDollars(namedLinks(withoutEmbedded(text.slice(from, to), events)));
    from = to;
  };
  const closing = (after: number, length: number): number | undefined => {
    for (let index = run; index < runs.length; index++) {
      if (runs[index]!.at >= after && runs[index]!.length === length) return runs[index]!.at;
    }
    return undefined;
  };
  for (let at = 0; at < text.length; at++) {
    while (run < runs.length && runs[run]!.at < at) run++;
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '`') {
      const length = runs[run]!.length;
      const end = closing(at + length, length);
      keep(at);
      at = (end ?? at) + length - 1;
      done += text.slice(from, at + 1);
      from = at + 1;
    } else if (character === '{') {
      opening.lastIndex = at;
      const match = opening.exec(text);
      const start = opening.lastIndex;
      const end = match ? closing(start, match[2]!.length) : undefined;
      if (!match || end === undefined) continue;
      keep(at);
      done += renderRole(match[1]!, text.slice(start, end), events);
      from = end + match[2]!.length;
      at = from - 1;
    }
  }
  keep(text.length);
  return done;
}

function renderRole(name: string, content: string, events: RoleEvents): string {
  const role = roles.get(name) ?? roles.get(name.toLowerCase());
  if (role) return role(content, events, name);
  events.unknown(name);
  return content;
}

/** `[](doi:10.1/x)` and `[](https://…)` print their address; a link to another file prints its name. */
function namedLinks(text: string): string {
  return text.replace(/(?<!!)\[\]\(<?([^()\s<>#][^()\s<>]{0,1000})>?\)/g, (whole, address: string) => {
    const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)(10\..+)$/i.exec(address)?.[1];
    if (doi) return `[doi:${doi}](https://doi.org/${doi})`;
    if (/^https?:/i.test(address)) return `<${address}>`;
    return /^[a-z]+:/i.test(address) ? whole : `[${address.replace(/#.*$/, '')}](${address})`;
  });
}

/** `![](#label)` shows the output of a notebook's cell, of which there is none. */
function withoutEmbedded(text: string, events: RoleEvents): string {
  return text.replace(/!\[([^\][]{0,1000})\]\((#[^()\s]{1,200})\)/g, (_, description: string, label: string) => {
    events.leftOut(`![](${label})`);
    return description;
  });
}

const labelledFormula = /(\$\$[^$]{1,4000}\$\$)[ \t]*\(([A-Za-z][\w:.-]*)\)/g;
const spacedFormula = /(?<![\\$\w])\$(?!\$)([^$]{1,2000})(?<!\\)\$(?![$\d])/g;

/** MyST names a formula in parentheses behind it, and allows space inside of the dollars where pandoc sees money. */
function inDollars(text: string): string {
  return text.replace(labelledFormula, '$1 {#$2}').replace(spacedFormula, (whole, tex: string) => {
    const spaced = /^\s|\s$/.test(tex) && !/\n[ \t]*\n/.test(tex);
    return spaced && /[\\_^=]/.test(tex) ? `$${tex.trim()}$` : whole;
  });
}
