/** A command of TeX source with the arguments that follow it. */
export interface TexCommand {
  /** Without the backslash and the star. */
  name: string;
  start: number;
  /** Behind the last argument. */
  end: number;
  /** Contents of `[…]`. */
  options: string[];
  /** Contents of `{…}`. */
  groups: string[];
}

/** End of the group that starts at `at` with `open`, or undefined when it is never closed. */
function groupEnd(tex: string, at: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let index = at; index < tex.length; index++) {
    const character = tex[index];
    if (character === '\\') index++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return index + 1;
    // An option ends with its line at the latest, and a bracket inside braces is none of its own.
    else if (open === '[' && character === '{') index = (groupEnd(tex, index, '{', '}') ?? tex.length) - 1;
    else if (open === '[' && tex.startsWith('\n\n', index)) return undefined;
  }
  return undefined;
}

/** The command that starts at `at`; `most` is how many groups it takes at most. */
export function commandAt(tex: string, at: number, most = 9): TexCommand | undefined {
  const name = /^\\([A-Za-z@]+|[^A-Za-z])\*?/.exec(tex.slice(at, at + 80));
  if (!name) return undefined;
  const command: TexCommand = { name: name[1]!, start: at, end: at + name[0].length, options: [], groups: [] };
  while (command.groups.length < most) {
    const space = /^[ \t]*\n?[ \t]*/.exec(tex.slice(command.end, command.end + 200))![0].length;
    const next = command.end + space;
    const open = tex[next];
    if (open !== '{' && open !== '[') break;
    const end = groupEnd(tex, next, open, open === '{' ? '}' : ']');
    if (end === undefined) break;
    (open === '{' ? command.groups : command.options).push(tex.slice(next + 1, end - 1));
    command.end = end;
  }
  return command;
}

const verbatim = /\\begin\{(verbatim\*?|lstlisting|minted|Verbatim|comment)\}/y;

/**
 * Rewrites the commands in `tex` for which `rewrite` gives a text, arguments and all. Verbatim text and comments stay as they are; what
 * `rewrite` gives is not looked at again.
 */
export function rewriteCommands(tex: string, rewrite: (command: TexCommand) => string | undefined): string {
  let done = '';
  let from = 0;
  for (let at = tex.indexOf('\\'); at >= 0; ) {
    verbatim.lastIndex = at;
    const listing = verbatim.exec(tex);
    if (listing) {
      const end = tex.indexOf(`\\end{${listing[1]}}`, at);
      at = tex.indexOf('\\', end < 0 ? tex.length : end + 1);
      continue;
    }
    const bare = /^\\verb\*?([^A-Za-z\s*])/.exec(tex.slice(at, at + 8));
    if (bare) {
      const end = tex.indexOf(bare[1]!, at + bare[0].length);
      at = tex.indexOf('\\', end < 0 ? tex.length : end + 1);
      continue;
    }
    const command = commandAt(tex, at);
    const text = command && rewrite(command);
    if (command && text !== undefined) {
      done += tex.slice(from, at) + text;
      from = command.end;
    }
    at = tex.indexOf('\\', text !== undefined ? from : at + Math.max((command?.name.length ?? 0) + 1, 2));
  }
  return done + tex.slice(from);
}

/** Pandoc's LaTeX reader takes six times as long for every environment in an environment, and no author needs more. */
const deepestEnvironment = 5;
const deepestGroup = 60;

/** Whether every group and environment of `tex` is closed, and none stands too deep in others to be read in time. */
export function isSound(tex: string): boolean {
  const open: string[] = [];
  let sound = true;
  const bare = rewriteCommands(tex, ({ name, groups }) => {
    if (name === 'begin') sound &&= open.push(groups[0] ?? '') <= deepestEnvironment;
    else if (name === 'end') sound &&= open.pop() === groups[0];
    return undefined;
  });
  let depth = 0;
  for (const [sign] of withoutVerbatim(bare).matchAll(/\\.|[{}]/gs)) {
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    if (depth < 0 || depth > deepestGroup) return false;
  }
  return sound && open.length === 0 && depth === 0;
}

function withoutVerbatim(tex: string): string {
  return tex
    .replace(/\\begin\{(verbatim\*?|lstlisting|minted|Verbatim|comment)\}[\s\S]*?\\end\{\1\}/g, '')
    .replace(/\\verb\*?([^A-Za-z\s*])[^\n]*?\1/g, '')
    .replace(/(^|[^\\])%[^\n]*/g, '$1');
}
