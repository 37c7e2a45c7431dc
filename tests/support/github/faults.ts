import type { ServerResponse } from 'node:http';
import type { Answer } from './request.js';

/** Something that goes wrong with requests. */
export interface FaultRule {
  method: string;
  /** Part of the path, or a pattern for it. */
  path: string | RegExp;
  /** How many requests it hits, after how many that it lets pass. */
  times?: number;
  after?: number;
  /** Whether GitHub has carried the request out when it goes wrong; by default it has not. */
  when?: 'before' | 'after';
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** `hang`: no answer; `truncate`: an answer that breaks off; `html`: a page instead of JSON. */
  action?: 'reset' | 'hang' | 'truncate' | 'html';
  /** What somebody does while the request is on its way; it is then answered as ever. */
  meanwhile?: () => void;
}

/** Rules for what goes wrong, used up as they hit. */
export class Faults {
  readonly #rules: (FaultRule & { seen: number })[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ ...rule, seen: 0 });
  }

  /** What goes wrong with this request, if anything. */
  next(method: string, path: string): FaultRule | undefined {
    for (const rule of this.#rules) {
      const matches =
        rule.method === method && (typeof rule.path === 'string' ? path.includes(rule.path) : rule.path.test(path));
      if (!matches) continue;
      const index = rule.seen++ - (rule.after ?? 0);
      if (index < 0 || index >= (rule.times ?? 1)) continue;
      if (!rule.meanwhile) return rule;
      rule.meanwhile();
    }
    return undefined;
  }
}

/** Answers as a fault has it, to a request that would have been answered with `answer`. Returns the status that was sent, if one was. */
export function goWrong(fault: FaultRule, response: ServerResponse, answer: Answer): number | undefined {
  const { action, status = 502, headers = {}, body = { message: 'Server Error' } } = fault;
  const json = { 'content-type': 'application/json; charset=utf-8', ...headers };
  if (action === 'hang') return undefined;
  if (action === 'reset') {
    response.req.socket.resetAndDestroy();
    return undefined;
  }
  if (action === 'truncate') {
    const whole = JSON.stringify(answer.body ?? {});
    response.writeHead(answer.status, json);
    response.end(whole.slice(0, Math.max(1, whole.length >> 1)));
    return answer.status;
  }
  if (action === 'html') {
    response.writeHead(status, { ...headers, 'content-type': 'text/html; charset=utf-8' });
    response.end('<!DOCTYPE html>\n<html><body><h1>This page is taking too long to load.</h1></body></html>');
    return status;
  }
  response.writeHead(status, json);
  response.end(JSON.stringify(body));
  return status;
}

/** GitHub's own words. */
export const limits = {
  secondary: {
    status: 403,
    body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
  },
  primary: (reset: number) => ({
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    body: { message: 'API rate limit exceeded for installation ID 1.' },
  }),
};
