/** A workflow command that a step printed, as the runner reads it. */
export interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

const decoded = (text: string) =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** Reads the commands out of a log. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export function commandsIn(log: string): Command[] {
  const commands: Command[] = [];
  let stopped: string | undefined;
  // The runner takes a carriage return for the end of a line too.
  for (const line of log.split(/\r\n|\r|\n/)) {
    const found = /^\s*::([a-zA-Z-]+)(?: ([^\n]*?))?::(.*)$/.exec(line);
    if (stopped !== undefined) {
      if (line.trim() === `::${stopped}::`) stopped = undefined;
    } else if (found) {
      const [, name = '', properties = '', message = ''] = found;
      if (name === 'stop-commands') stopped = message;
      const pairs = properties
        .split(',')
        .filter(Boolean)
        .map((pair) => pair.split(/=(.*)/s));
      commands.push({
        name,
        properties: Object.fromEntries(pairs.map(([key, value = '']) => [key!.trim(), decoded(value)])),
        message: decoded(message),
      });
    }
  }
  return commands;
}

/** Reads what a step wrote to GITHUB_ENV or GITHUB_OUTPUT: `name=value` lines, and `name<<end` with the lines up to `end`. */
export function assignmentsIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line === '') continue;
    const [, name, sign, rest = ''] = /^([^=<]+?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`Invalid format '${line}'`);
    if (sign === '=') found[name] = rest;
    else {
      const end = lines.indexOf(rest, at + 1);
      if (end < 0) throw new Error(`Matching delimiter not found '${rest}'`);
      found[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    }
  }
  return found;
}
