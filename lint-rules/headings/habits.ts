import type { Block } from '../text/prose.js';

/** How the marked headings of a manuscript are written; an unmarked one is likely written so, too. */
export interface Habits {
  /** Whether two or more are words of two to four Han characters. */
  short: boolean;
  /** What stands before a colon in them: 第一种, Q. */
  labels: readonly string[];
}

const shortTitle = /^\p{Script=Han}{2,4}$/u;
const label = /^([^:：，。]{1,12})[:：]\s?\S/u;

export function habitsOf(blocks: readonly Block[]): Habits {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  return {
    short: headings.filter(({ text }) => shortTitle.test(text)).length > 1,
    labels: headings.flatMap(({ text }) => label.exec(text)?.[1] ?? []),
  };
}

/** Whether a line has a label like those of two or more headings: the same one, or one that begins and ends alike. */
export function isLabelledAlike(text: string, { labels }: Habits): boolean {
  const own = labels.length > 1 ? label.exec(text)?.[1] : undefined;
  if (!own) return false;
  const alike = labels.filter(
    (other) => other === own || (other[0] === own[0] && other.at(-1) === own.at(-1) && own.length > 1),
  );
  return alike.length > 1;
}
