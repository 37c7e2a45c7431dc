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
