/** A code fence's opening: indentation (with list or quotation marks), fence, info string. */
export const fenceOpening = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})[ \t]*([^`\n]*)$/;

/** Whether `line` closes a code fence that was opened with `fence`. */
export function closesFence(line: string, fence: string): boolean {
  const closing = /^[\s>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return closing !== undefined && closing[0] === fence[0] && closing.length >= fence.length;
}

/** Index of the line that closes the fence opened at `start`; the last line when it is never closed. */
export function endOfFence(lines: string[], start: number, fence: string): number {
  for (let index = start + 1; index < lines.length; index++) if (closesFence(lines[index]!, fence)) return index;
  return lines.length - 1;
}

/** Applies `f` to the parts of `text` that are neither an inline code span nor, with `math`, inline or display math. */
export function outsideCode(text: string, f: (part: string) => string, { math = false } = {}): string {
  const runs = closingRuns(text);
  let done = '';
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const end = text[at] === '\\' ? at + 2 : protectedEnd(text, at, runs, math);
    if (end === undefined) at += 1;
    else if (text[at] === '\\') at = end;
    else {
      done += f(text.slice(from, at)) + text.slice(at, end);
      from = end;
      at = end;
    }
  }
  return done + f(text.slice(from));
}

/** Positions of the runs of backticks in a text, by their length. */
function closingRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const known = runs.get(match[0].length);
    if (known) known.push(match.index);
    else runs.set(match[0].length, [match.index]);
  }
  return runs;
}

function protectedEnd(text: string, at: number, runs: Map<number, number[]>, math: boolean): number | undefined {
  if (text[at] === '`') {
    const length = /^`+/.exec(text.slice(at, at + 200))![0].length;
    const starts = runs.get(length) ?? [];
    while (starts.length > 0 && starts[0]! <= at) starts.shift();
    return starts.length > 0 ? starts[0]! + length : at + length;
  }
  if (math && text[at] === '$') {
    const fence = text[at + 1] === '$' ? '$$' : '$';
    const close = text.indexOf(fence, at + fence.length);
    const inner = text.slice(at + fence.length, close);
    if (close < 0 || /\n[ \t]*\n/.test(inner)) return at + fence.length;
    if (fence === '$' && (/^\s|\s$/.test(inner) || inner === '' || /\d/.test(text[close + 1] ?? ''))) return at + 1;
    return close + fence.length;
  }
  return undefined;
}
