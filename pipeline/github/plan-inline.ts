import type { InlineComment } from './comments.js';
import type { Group } from './groups.js';
import { inlineComment, settledComment } from './inline-comment.js';
import type { Links } from './tree.js';

/** What is to be done about comments on lines. */
export interface InlinePlan {
  remove: InlineComment[];
  edit: { comment: InlineComment; body: string }[];
  create: { group: Group; body: string }[];
  /** Groups that have their comment already. */
  kept: Group[];
}

/** More comments at once help nobody, and make the page slow. */
const mostComments = 25;

/**
 * What to do so that each finding is told once, on its line, and what is mended is told no more. `groups`: gravest first; `names`: of all findings there are,
 * told on a line or not. A comment that somebody answered is never taken away.
 */
export function planInline(
  groups: readonly Group[],
  names: ReadonlySet<string>,
  existing: readonly InlineComment[],
  links: Links,
): InlinePlan {
  const plan: InlinePlan = { remove: [], edit: [], create: [], kept: [] };
  const open = existing.filter(({ state }) => state === 'open');
  const taken = new Map<InlineComment, Group>();
  const matches = new Map<Group, InlineComment>();
  for (const group of groups) {
    const match = open.find(
      (one) => !taken.has(one) && one.path === group.path && one.names.some((name) => group.names.includes(name)),
    );
    if (!match) continue;
    taken.set(match, group);
    matches.set(group, match);
  }
  // What is there stays there, so that a comment does not come and go with what else is found.
  const chosen = [
    ...groups.filter((group) => matches.has(group)),
    ...groups.filter((group) => !matches.has(group)),
  ].slice(0, mostComments);
  for (const group of chosen) {
    const body = inlineComment(group, links);
    const comment = matches.get(group);
    if (comment && isInPlace(comment, group)) {
      plan.kept.push(group);
      if (withoutCommits(comment.body) !== withoutCommits(body)) plan.edit.push({ comment, body });
    } else {
      if (comment) settle(plan, comment, 'feedback-moved');
      plan.create.push({ group, body });
    }
  }
  for (const comment of open) {
    if (!taken.has(comment) && !comment.names.some((name) => names.has(name))) settle(plan, comment, 'feedback-mended');
  }
  return plan;
}

/** Links name the commit that was looked at; another one alone is no news. */
const withoutCommits = (body: string) =>
  body
    .replace(/[0-9a-f]{40}/g, '')
    .replace(/\r\n/g, '\n')
    .trim();

/** Whether a comment is on the lines that its suggestion would replace. GitHub moves comments along with their lines. */
const isInPlace = ({ lines }: InlineComment, { first, last }: Group) => lines?.first === first && lines.last === last;

function settle(plan: InlinePlan, comment: InlineComment, why: 'feedback-mended' | 'feedback-moved'): void {
  if (comment.answered) plan.edit.push({ comment, body: settledComment(comment.body, why) });
  else plan.remove.push(comment);
}
