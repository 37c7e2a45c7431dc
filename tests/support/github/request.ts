import type { Repository, User } from './state.js';
import type { Store } from './store.js';

/** A request that GitHub's description allows, by somebody who may make it. */
export interface Request {
  store: Store;
  repository: Repository;
  /** Values in the path by name. */
  parameters: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  user: User;
  /** The media type asked for. */
  accept: string;
  /** Address of the API. */
  api: string;
}

export interface Answer {
  status: number;
  body?: unknown;
  /** Instead of a body that is JSON. */
  bytes?: Uint8Array;
  headers?: Record<string, string>;
  /** Whether `body` is a list that is given page by page; `key`: the list in it that is. */
  paged?: boolean | { key: string };
}

export type Permission = 'pull-requests' | 'issues' | 'statuses' | 'checks' | 'contents' | 'actions';

export interface Route {
  /** What a token must be allowed to write, one of them; nothing for what only reads. */
  writes?: readonly Permission[];
  answer(request: Request): Answer;
}

const docs = 'https://docs.github.com/rest';

export const ok = (body: unknown, status = 200): Answer => ({ status, body });
/** What was made, and its address. */
export const created = (body: Record<string, unknown>): Answer => ({
  status: 201,
  body,
  headers: { location: String(body.url) },
});
export const paged = (body: unknown[]): Answer => ({ status: 200, body, paged: true });
export const failed = (status: number, message: string): Answer =>
  ok({ message, documentation_url: docs, status: String(status) }, status);
export const missing = (): Answer => failed(404, 'Not Found');

/** A refusal of what a request asks, as GitHub words it. */
export const refusal = (message: string, errors?: unknown[]): Answer =>
  ok({ message, ...(errors && { errors }), documentation_url: docs, status: '422' }, 422);
