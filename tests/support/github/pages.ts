import type { Answer } from './request.js';

/** One page of an answer, with the links to the others. Links name the repository by its number, as GitHub's do. */
export function pageOf(url: URL, repositoryId: number, answer: Answer): Answer {
  if (!answer.paged) return answer;
  const key = answer.paged === true ? undefined : answer.paged.key;
  const all = (key ? (answer.body as Record<string, unknown>)[key] : answer.body) as unknown[];
  const size = Math.min(Math.max(1, Number(url.searchParams.get('per_page') ?? 30)), 100);
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (number: number, rel: string) => {
    const to = new URL(url);
    to.pathname = to.pathname.replace(/^\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)/, `/repositories/${repositoryId}`);
    to.searchParams.set('page', String(number));
    return `<${to.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  const shown = all.slice((page - 1) * size, page * size);
  return {
    ...answer,
    body: key ? { ...(answer.body as object), [key]: shown } : shown,
    ...(links.length > 0 && { headers: { ...answer.headers, link: links.join(', ') } }),
  };
}
