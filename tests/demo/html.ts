import { diffArrays, diffWordsWithSpace } from 'diff';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const renderer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  // The rules are those that GitHub applies to what people write.
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);

/** A comment's Markdown as GitHub shows it. `original`: the lines that a suggestion in it replaces. */
export function commentHtml(markdown: string, original: readonly string[]): string {
  const html = String(renderer.processSync(markdown));
  return html.replace(/<pre><code class="language-suggestion">([\s\S]*?)<\/code><\/pre>/g, (_, code: string) =>
    suggestionHtml(original, unescaped(code)),
  );
}

const unescaped = (html: string) =>
  html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi, (_, hex: string, decimal: string, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return { amp: '&', lt: '<', gt: '>', quot: '"' }[name]!;
  });

function suggestionHtml(original: readonly string[], code: string): string {
  const lines = code === '' ? [] : code.replace(/\n$/, '').split('\n');
  const [before, after] = marked(original.join('\n'), lines.join('\n'));
  const row = (kind: 'del' | 'add', sign: string) => (line: string) =>
    `<tr class="${kind}"><td class="sign">${sign}</td><td>${line || '&nbsp;'}</td></tr>`;
  const rows = [
    ...before.split('\n').map(row('del', '-')),
    ...(lines.length > 0 ? after.split('\n').map(row('add', '+')) : []),
  ];
  return `<div class="suggestion"><div class="suggestion-head">Suggested change</div><table><colgroup><col class="sign"><col></colgroup>${rows.join('')}</table><div class="suggestion-foot"><button disabled>Commit suggestion</button> <button disabled>Add suggestion to batch</button></div></div>`;
}

/** Two texts with what differs marked. Words of scripts without spaces are compared letter by letter. */
function marked(before: string, after: string): [string, string] {
  const changes = /\p{Script=Han}/u.test(before)
    ? diffArrays([...before], [...after]).map(({ value, added, removed }) => ({
        value: value.join(''),
        added,
        removed,
      }))
    : diffWordsWithSpace(before, after);
  const side = (own: 'added' | 'removed', other: 'added' | 'removed') =>
    changes
      .filter((change) => !change[other])
      .map((change) =>
        change[own]
          ? change.value.replace(/[^\n]+/g, (text) => `<mark>${escapeHtml(text)}</mark>`)
          : escapeHtml(change.value),
      )
      .join('');
  return [side('removed', 'added'), side('added', 'removed')];
}
