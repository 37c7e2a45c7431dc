import { commandAt, rewriteCommands, type TexCommand } from './tex-commands.js';

/** How a reference is to be printed, as the pass that fills in numbers knows it. */
const referenceForms = new Map<string, string>(
  Object.entries({
    ref: 'ref-number',
    subref: 'ref-number',
    labelcref: 'ref-number',
    autoref: 'ref',
    Autoref: 'ref',
    cref: 'ref',
    Cref: 'ref',
    vref: 'ref',
    Vref: 'ref',
    fullref: 'ref',
    fref: 'ref',
    Fref: 'ref',
    figref: 'ref',
    tabref: 'ref',
    pageref: 'ref',
    cpageref: 'ref',
    autopageref: 'ref',
    eqref: 'ref-equation',
    nameref: 'ref-name',
    Nameref: 'ref-name',
    titleref: 'ref-name',
  }),
);

/** Commands about the page, which has an own design, and about what stands elsewhere in a volume; with how many groups they take. */
const layout = new Map<string, number>([
  ...`newpage clearpage cleardoublepage pagebreak nopagebreak noindent indent centering raggedright raggedleft RaggedRight justifying
    maketitle tableofcontents listoffigures listoftables printbibliography bigskip medskip smallskip bigbreak medbreak smallbreak hfill
    vfill vfil hfil appendix frontmatter mainmatter backmatter phantomsection normalsize small footnotesize scriptsize tiny large Large
    LARGE huge Huge normalfont selectfont begingroup endgroup bgroup egroup onecolumn twocolumn singlespacing doublespacing onehalfspacing
    linenumbers nolinenumbers FloatBarrier allowbreak nolinebreak sloppy fussy balance relax protect makeatletter makeatother landscape
    endlandscape flushbottom raggedbottom leavevmode unskip null strut par newblock samepage columnbreak`
    .split(/\s+/)
    .map((name): [string, number] => [name, 0]),
  ...`vspace hspace vskip hskip setlength addtolength setcounter addtocounter stepcounter bibliography bibliographystyle addbibresource
    nocite pagestyle thispagestyle pagenumbering usepackage RequirePackage documentclass fontsize addcontentsline captionsetup graphicspath
    hypersetup definecolor color linespread setstretch index enlargethispage needspace markboth markright pdfbookmark geometry
    todo setmainfont setcitestyle floatplacement sisetup lstset hyphenation title author date`
    .split(/\s+/)
    .map((name): [string, number] => [name, 3]),
]);

/** Definitions: pandoc's Markdown reader has already used them where they count. */
const definitions = new Set(
  `newcommand renewcommand providecommand DeclareRobustCommand DeclareMathOperator newenvironment renewenvironment newtheorem
  newcounter newlength newif newcolumntype DeclarePairedDelimiter theoremstyle NewDocumentCommand`.split(/\s+/),
);

/** Primitives and commands that read, write or run something, or change how TeX itself reads. */
const refused = new Set(
  `input include includeonly subfile import subimport InputIfFileExists IfFileExists openin openout read readline write immediate
  catcode csname endcsname expandafter futurelet special directlua luaexec lstinputlisting verbatiminput
  inputminted includepdf includesvg loop repeat newread newwrite everypar afterassignment aftergroup batchmode scrollmode obeylines
  uppercase lowercase jobname pdfobj pdfliteral shellescape ShellEscape`.split(/\s+/),
);

/** Commands that only change how their last group looks, which pandoc's reader would leave out with their text. */
const unwrapped = new Set(
  `makecell thead rotatebox resizebox scalebox adjustbox raisebox shortstack foreignlanguage textnormal textmd textup highlight
  hl uline uuline uwave fcolorbox framebox makebox fbox mbox parbox centerline leftline rightline boxed hypertarget subcaptionbox
  textls`.split(/\s+/),
);

/**
 * Environments that pandoc reads under another name, or whose tags are to go, and how many arguments go with the tag. Of
 * `abstract` it would make metadata.
 */
const environments = new Map<string, { name: string; groups: number }>([
  ['table*', { name: 'table', groups: 0 }],
  ['wraptable', { name: 'table', groups: 2 }],
  ['longtable*', { name: 'longtable', groups: 0 }],
  ['figure*', { name: 'figure', groups: 0 }],
  ['sidewaystable', { name: 'table', groups: 0 }],
  ['wrapfigure', { name: 'figure', groups: 2 }],
  ['sidewaysfigure', { name: 'figure', groups: 0 }],
  ['SCfigure', { name: 'figure', groups: 0 }],
  ['adjustbox', { name: '', groups: 1 }],
  ['threeparttable', { name: '', groups: 0 }],
  ['landscape', { name: '', groups: 0 }],
  ['spacing', { name: '', groups: 1 }],
  ['abstract', { name: '', groups: 0 }],
]);

/** Rules and colours of parts of tables, whose arguments pandoc would print in the next cell. */
const tableDecoration = new Set(
  'cline cmidrule specialrule addlinespace rowcolor cellcolor columncolor arraybackslash'.split(' '),
);

export interface PreparedTex {
  /** What pandoc's LaTeX reader is to read; empty when there is nothing to print. */
  tex: string;
  /** Commands that were refused, as they were written. */
  refused: string[];
}

/**
 * Makes a piece of TeX fit for pandoc's LaTeX reader: definitions and commands about the page go, what reads or writes
 * is refused, references say in their key how they are to be printed (`\ref{ref-name|key}`), and decoration gives way to its text.
 */
export function prepareTex(source: string): PreparedTex {
  const refusals: string[] = [];
  const shorten = (text: string) => text.replace(/\s+/g, ' ').slice(0, 60);
  const rewrite = (command: TexCommand): string | undefined => {
    const { name, groups } = command;
    const form = referenceForms.get(name);
    if (form) {
      const keys = (groups[0] ?? '').split(',').map((key) => key.trim());
      command.end = groups.length > 1 ? (commandAt(source, command.start, 1)?.end ?? command.end) : command.end;
      return groups.length === 0
        ? ''
        : keys
            .filter(Boolean)
            .map((key) => `\\ref{${form}|${key}}`)
            .join(', ');
    }
    if (refused.has(name)) {
      if (groups.length === 0) command.end = /^[^\s\\]*/.exec(source.slice(command.end))![0].length + command.end;
      refusals.push(shorten(source.slice(command.start, command.end)));
      return '';
    }
    if (/^[egx]?def$|^let$/.test(name)) {
      command.end = definitionEnd(source, command);
      return '';
    }
    if (definitions.has(name)) {
      // `\newcommand\name{…}` has its name outside of braces.
      const named = /^\s*\\[A-Za-z@]+/.exec(source.slice(command.end, command.end + 80));
      if (groups.length === 0 && named)
        command.end = commandAt(source, command.end + named[0].search(/\\/))?.end ?? command.end;
      return '';
    }
    if (tableDecoration.has(name)) {
      // `\\cmidrule(lr){2-3}` has an argument of its own kind.
      const trim = /^\([^()]{0,20}\)/.exec(source.slice(command.end, command.end + 40));
      if (trim)
        command.end =
          commandAt(`\\x${source.slice(command.end + trim[0].length, command.end + 200)}`, 0, 1)!.end -
          2 +
          command.end +
          trim[0].length;
      return '';
    }
    if (name === 'ce' && groups.length > 0) return chemistry(groups[0]!);
    const environment = (name === 'begin' || name === 'end') && environments.get(groups[0] ?? '');
    if (environment) {
      command.end = commandAt(source, command.start, name === 'begin' ? environment.groups + 1 : 1)!.end;
      return environment.name && `\\${name}{${environment.name}}`;
    }
    if (unwrapped.has(name) && groups.length > 0) {
      return `{${prepareTex(groups.at(-1)!.replace(/\\\\/g, ' ')).tex}}`;
    }
    return undefined;
  };
  const tex = rewriteCommands(source, rewrite);
  return { tex: withoutLayout(tex).trim() === '' ? '' : tex, refused: refusals };
}

function withoutLayout(tex: string): string {
  const uncommented = tex.replace(/(^|[^\\])%[^\n]*/g, '$1');
  const bare = rewriteCommands(uncommented, (command) => {
    const most = layout.get(command.name);
    if (most === undefined) return undefined;
    if (command.groups.length > most) command.end = commandAt(uncommented, command.start, most)?.end ?? command.end;
    if (command.name === 'vskip' || command.name === 'hskip') {
      const length = /^\s*-?[\d.]+\s*[a-z]{2}/.exec(uncommented.slice(command.end, command.end + 40));
      command.end += length?.[0].length ?? 0;
    }
    return '';
  });
  return bare.replace(/[{}]/g, '');
}

/** End of `\def\name#1{…}` or `\let\a=\b`. */
function definitionEnd(tex: string, command: TexCommand): number {
  const rest = tex.slice(command.start);
  if (command.name === 'let')
    return command.start + (/^\\let\s*\\?[A-Za-z@]+\s*=?\s*(?:\\[A-Za-z@]+|\S)?/.exec(rest)?.[0].length ?? 4);
  const head = /^\\[egx]?def\s*\\(?:[A-Za-z@]+|.)[#\d\s]*/.exec(rest)?.[0].length;
  if (head === undefined) return command.end;
  return commandAt(`\\x${rest.slice(head)}`, 0, 1)!.end - 2 + command.start + head;
}

/** `\ce{SO4^2-}` of mhchem, as far as texts go: numbers behind a symbol low, charges high. */
function chemistry(formula: string): string {
  return formula
    .replace(/\^\{?([\d+-]+)\}?/g, (_, charge: string) => `\\textsuperscript{${charge}}`)
    .replace(
      /([A-Za-z)\]])_?\{?(\d+)\}?(?![\d}])/g,
      (_, symbol: string, count: string) => `${symbol}\\textsubscript{${count}}`,
    )
    .replaceAll('->', '→');
}
