import { commentHtml, escapeHtml } from './html.js';
import { style } from './style.js';

/** What the page shows, as GitHub's REST API tells it. */
export interface PullRequestData {
  title: string;
  number: number;
  base: string;
  head: string;
  author: string;
  body: string;
  sha: string;
  files: { filename: string; status: string; patch?: string | undefined; additions: number; deletions: number }[];
  reviewComments: {
    id: number;
    path: string;
    line?: number | null;
    start_line?: number | null;
    body: string;
    user: { login: string } | null;
    in_reply_to_id?: number;
  }[];
  issueComments: { body?: string; user: { login: string } | null }[];
  statuses: { context: string; state: string; description: string | null }[];
}

type ReviewComment = PullRequestData['reviewComments'][number];

/** A page that shows a pull request much as GitHub does: conversation, checks, and the changed files with the comments on their lines. */
export function pullRequestPage(data: PullRequestData): string {
  const { title, number, base, head, author, body, files, issueComments, statuses } = data;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} · #${number}</title><style>${style}</style></head><body>
<header><h1>${escapeHtml(title)} <span class="number">#${number}</span></h1>
<p><span class="open">Open</span> <b>${escapeHtml(author)}</b> wants to merge into <code>${escapeHtml(base)}</code> from <code>${escapeHtml(head)}</code></p>
<nav><a href="#conversation">Conversation ${issueComments.length}</a> <a href="#files">Files changed ${files.length}</a></nav></header>
<section id="conversation">${card(author, body || 'No description provided.')}${issueComments.map((comment) => card(comment.user?.login ?? 'ghost', comment.body ?? '')).join('')}
<div class="checks">${statuses.map(statusRow).join('') || '<p>No checks yet.</p>'}</div></section>
<section id="files"><h2>Files changed</h2>${files.map((file) => fileHtml(file, data)).join('')}</section></body></html>`;
}

const card = (login: string, markdown: string, original: readonly string[] = []) =>
  `<article class="comment"><div class="comment-head"><b>${escapeHtml(login.replace('[bot]', ''))}</b>${login.endsWith('[bot]') ? ' <span class="bot">bot</span>' : ''}</div><div class="markdown-body">${commentHtml(markdown, original)}</div></article>`;

const signs: Record<string, string> = { success: '✓', failure: '✕', error: '!', pending: '•' };

const statusRow = ({ context, state, description }: PullRequestData['statuses'][number]) =>
  `<p class="${escapeHtml(state)}"><span>${signs[state] ?? '•'}</span> <b>${escapeHtml(context)}</b> ${escapeHtml(description ?? '')}</p>`;

function fileHtml(
  { filename, patch, additions, deletions }: PullRequestData['files'][number],
  { reviewComments }: PullRequestData,
): string {
  const own = reviewComments.filter(({ path, in_reply_to_id: parent }) => path === filename && parent === undefined);
  const replies = (id: number) => reviewComments.filter((comment) => comment.in_reply_to_id === id);
  const rows =
    patch === undefined
      ? '<tr><td class="hunk" colspan="3">Large diffs are not rendered by default.</td></tr>'
      : patchRows(patch, own, replies);
  return `<div class="file"><div class="file-head">${escapeHtml(filename)} <span class="plus">+${additions}</span> <span class="minus">−${deletions}</span></div><table class="diff"><colgroup><col class="line"><col class="line"><col></colgroup>${rows}</table></div>`;
}

function patchRows(
  patch: string,
  comments: readonly ReviewComment[],
  replies: (id: number) => ReviewComment[],
): string {
  const shown = new Map<number, string>();
  let old = 0;
  let current = 0;
  return patch
    .split('\n')
    .map((text) => {
      const head = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(text);
      if (head) {
        [old, current] = [Number(head[1]), Number(head[2])];
        return `<tr><td class="hunk" colspan="3">${escapeHtml(text)}</td></tr>`;
      }
      const [sign, line] = [text[0] ?? ' ', text.slice(1)];
      if (sign === '\\') return '';
      const kind = sign === '+' ? 'add' : sign === '-' ? 'del' : '';
      if (sign !== '-') shown.set(current, line);
      const row = `<tr class="${kind}"><td class="line">${sign === '+' ? '' : old++}</td><td class="line">${sign === '-' ? '' : current}</td><td class="code"><span class="sign">${sign}</span>${escapeHtml(line)}</td></tr>`;
      if (sign === '-') return row;
      const here = comments.filter((comment) => comment.line === current);
      current++;
      return row + here.map((comment) => thread(comment, replies(comment.id), shown)).join('');
    })
    .join('');
}

function thread(comment: ReviewComment, replies: readonly ReviewComment[], shown: ReadonlyMap<number, string>): string {
  const last = comment.line!;
  const first = comment.start_line ?? last;
  const original = Array.from({ length: last - first + 1 }, (_, index) => shown.get(first + index) ?? '');
  const label = first < last ? `Comment on lines +${first} to +${last}` : '';
  const cards = [comment, ...replies].map(({ user, body }) => card(user?.login ?? 'ghost', body, original));
  return `<tr class="thread"><td colspan="3"><div class="thread-box"><div class="range">${label}</div>${cards.join('')}</div></td></tr>`;
}
