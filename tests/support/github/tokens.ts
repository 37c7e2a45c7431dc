import { example } from './example.js';
import { type Answer, failed, ok, type Route } from './request.js';
import type { User } from './state.js';

/** What a token may do: `permissions` as a job of a workflow states them. */
export interface Token {
  user: User;
  permissions: Readonly<Record<string, 'none' | 'read' | 'write'>>;
  /** Requests that it has left until the hour is over. */
  remaining?: number;
}

/** Requests an hour of a workflow's own token. */
const hourly = 1000;

/** The workflow's own user. */
export const actionsUser: User = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };

/** The workflow's own token, with the permissions that the feedback's job has. */
export const botToken: Token = {
  user: actionsUser,
  permissions: { contents: 'read', actions: 'read', 'pull-requests': 'write', statuses: 'write' },
};

/** Who may do what, and how often. */
export class Tokens extends Map<string, Token> {
  readonly #used = new Map<string, number>();
  readonly #reset = Math.floor(Date.now() / 1000) + 3600;

  /** The token of a request, or why GitHub would not take it. */
  of(authorization: string | undefined): { token: Token; name: string } | Answer {
    const name = (authorization ?? '').replace(/^(?:token|bearer) /i, '');
    const token = this.get(name);
    if (token) return { token, name };
    return failed(401, authorization ? 'Bad credentials' : 'Requires authentication');
  }

  left(name: string): number {
    return Math.max(0, (this.get(name)?.remaining ?? hourly) - (this.#used.get(name) ?? 0));
  }

  /** Counts a request. Returns whether there was one left. */
  use(name: string): boolean {
    const had = this.left(name) > 0;
    this.#used.set(name, (this.#used.get(name) ?? 0) + 1);
    return had;
  }

  /** The refusal of a request more than the hour allows. */
  exceeded(): Answer {
    return failed(403, 'API rate limit exceeded for installation ID 1.');
  }

  headers(name: string): Record<string, string> {
    return {
      'x-ratelimit-limit': String(hourly),
      'x-ratelimit-remaining': String(this.left(name)),
      'x-ratelimit-used': String(this.#used.get(name) ?? 0),
      'x-ratelimit-reset': String(this.#reset),
      'x-ratelimit-resource': 'core',
    };
  }

  overview(name: string): Answer {
    const core = { limit: hourly, remaining: this.left(name), used: this.#used.get(name) ?? 0, reset: this.#reset };
    const answer = example('rate-limit-overview', { rate: core });
    return ok({ ...answer, resources: { core, search: { ...core, limit: 30, remaining: 30, used: 0 } } });
  }
}

/** Why GitHub would not let a token do what a route does, or `undefined`. What anybody may read of a public repository, every token may. */
export function permissionRefusal({ writes }: Route, { permissions }: Token): Answer | undefined {
  if (!writes || writes.some((name) => permissions[name] === 'write')) return undefined;
  return failed(403, 'Resource not accessible by integration');
}
