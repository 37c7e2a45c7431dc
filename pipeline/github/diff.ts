/** One hunk of a file's patch: the lines of the new file that it shows, 1-based, both ends. */
export interface Hunk {
  first: number;
  last: number;
  /** Lines of the new file that were added, or that stand beside a place where something was taken out. */
  changed: number[];
}

/**
 * Reads the patch of one file as GitHub gives it: hunks without a header of the file. Lines of the new file that a hunk shows, added ones and those around,
 * are the ones that take a comment. A hunk that is cut short counts as far as it goes.
 * https://docs.github.com/en/rest/pulls/comments
 */
export function hunksOf(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  let line = 0;
  let removedBefore = false;
  for (const text of patch.split('\n')) {
    const head = /^@@ -\d{1,9}(?:,\d{1,9})? \+(\d{1,9})(?:,\d{1,9})? @@/.exec(text);
    if (head) {
      line = Number(head[1]);
      removedBefore = false;
      hunks.push({ first: line, last: line - 1, changed: [] });
      continue;
    }
    const hunk = hunks.at(-1);
    if (!hunk) continue;
    const mark = text[0];
    if (mark === '-') {
      removedBefore = true;
      if (line > hunk.first) hunk.changed.push(line - 1);
    } else if (mark === '+' || mark === ' ') {
      if (mark === '+' || removedBefore) hunk.changed.push(line);
      removedBefore = false;
      hunk.last = line;
      line++;
    }
  }
  return hunks.filter(({ first, last }) => last >= first);
}

/** The hunk that shows all lines from `first` to `last`. */
export function hunkAround(hunks: readonly Hunk[], first: number, last: number): Hunk | undefined {
  return hunks.find((hunk) => first >= hunk.first && last <= hunk.last);
}

/** Lines that changed, as stretches with both ends, in order. */
export function changedLines(hunks: readonly Hunk[]): [first: number, last: number][] {
  const stretches: [number, number][] = [];
  for (const line of new Set(hunks.flatMap(({ changed }) => changed))) {
    const previous = stretches.at(-1);
    if (previous && line <= previous[1] + 1) previous[1] = Math.max(previous[1], line);
    else stretches.push([line, line]);
  }
  return stretches;
}

/** What a patch shows of the new file. */
export function shownText(patch: string): string {
  return patch
    .split('\n')
    .filter((line) => line.startsWith('+') || line.startsWith(' '))
    .map((line) => line.slice(1))
    .join('\n');
}

/** The text of a file that a patch shows from its first line to its last, as it does for a new one, or `undefined`. */
export function wholeText(patch: string): string | undefined {
  const [hunk, ...others] = hunksOf(patch);
  if (hunk?.first !== 1 || others.length > 0) return undefined;
  return shownText(patch) + (/^\\ No newline at end of file$/m.test(patch.slice(-40)) ? '' : '\n');
}
