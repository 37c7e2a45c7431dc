import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { operationFor, requestProblems, responseProblems } from './description.js';
import { type FaultRule, Faults } from './faults.js';
import { type Answer, routes } from './routes.js';
import type { User } from './state.js';
import { Store } from './store.js';

/** A request as it came. */
export interface LoggedRequest {
  method: string;
  path: string;
  status: number | undefined;
  body: unknown;
}

/** What a token may do. */
export interface Token {
  user: User;
  writes: readonly string[];
}

/** The workflow's own token, as a job with the permissions of the feedback has it. */
export const botToken: Token = {
  user: { login: 'github-actions[bot]', id: 41898282, type: 'Bot' },
  writes: ['pull-requests', 'statuses'],
};

/** HTTP in front of the store: GitHub's description holds for every request and every answer. */
export class Server {
  readonly store = new Store();
  readonly faults = new Faults();
  readonly tokens = new Map<string, Token>([['workflow-token', botToken]]);
  readonly requests: LoggedRequest[] = [];
  /** Where requests or answers were not as GitHub describes them. */
  readonly violations: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  async listen(): Promise<void> {
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends the server. Rejects when anything was not as GitHub describes it. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
    if (this.violations.length > 0) throw new Error(`not as GitHub describes it:\n${this.violations.join('\n')}`);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const url = new URL(request.url ?? '/', this.url);
    const body = await bodyOf(request);
    const logged: LoggedRequest = { method, path: url.pathname, status: undefined, body };
    this.requests.push(logged);
    const fault = this.faults.next(method, url.pathname);
    if (fault && fault.when !== 'after')
      return this.#goWrong(fault, request, response, logged, { status: 200, body: {} });
    const answer = this.#answer(method, url, body, request.headers.authorization);
    if (fault) return this.#goWrong(fault, request, response, logged, answer);
    this.#send(response, logged, url, answer);
  }

  #answer(method: string, url: URL, body: unknown, authorization: string | undefined): Answer {
    const asked = operationFor(method, url.pathname);
    if (!asked) {
      this.violations.push(`${method} ${url.pathname} is no operation that the fake knows`);
      return { status: 404, body: { message: 'Not Found' } };
    }
    const token = this.tokens.get((authorization ?? '').replace(/^(?:token|bearer) /i, ''));
    if (!token) return { status: 401, body: { message: 'Bad credentials' } };
    const problems = requestProblems(asked, url.searchParams, body);
    if (problems.length > 0)
      return { status: 422, body: { message: `Invalid request.\n\n${problems.join('\n')}`, errors: problems } };
    const { parameters } = asked;
    const repository = this.store.repositories.find(
      ({ fullName }) => fullName === `${parameters.owner}/${parameters.repo}`,
    );
    if (!repository) return { status: 404, body: { message: 'Not Found' } };
    const route = routes[`${method} ${asked.operation.path}`]!;
    if (route.writes && !token.writes.includes(route.writes))
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    const request = {
      store: this.store,
      repository,
      parameters,
      query: url.searchParams,
      body: (body ?? {}) as Record<string, unknown>,
      user: token.user,
    };
    const answer = route.answer(request);
    const wrong = responseProblems(asked, answer.status, answer.body);
    this.violations.push(...wrong.map((problem) => `answer to ${method} ${url.pathname}: ${problem}`));
    return answer;
  }

  #send(response: ServerResponse, logged: LoggedRequest, url: URL, answer: Answer): void {
    const { body, headers } = answer.paged
      ? this.#page(url, answer.body as unknown[])
      : { body: answer.body, headers: {} };
    logged.status = answer.status;
    response.writeHead(answer.status, {
      'x-ratelimit-remaining': '999',
      'content-type': 'application/json; charset=utf-8',
      ...headers,
    });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  #page(url: URL, all: unknown[]): { body: unknown[]; headers: Record<string, string> } {
    const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
    const page = Number(url.searchParams.get('page') ?? 1);
    const last = Math.max(1, Math.ceil(all.length / size));
    const to = (number: number) => {
      const link = new URL(url);
      link.searchParams.set('page', String(number));
      return link.href;
    };
    const links = [
      ...(page < last ? [`<${to(page + 1)}>; rel="next"`, `<${to(last)}>; rel="last"`] : []),
      ...(page > 1 ? [`<${to(page - 1)}>; rel="prev"`] : []),
    ];
    return {
      body: all.slice((page - 1) * size, page * size),
      headers: links.length > 0 ? { link: links.join(', ') } : {},
    };
  }

  #goWrong(
    fault: FaultRule,
    request: IncomingMessage,
    response: ServerResponse,
    logged: LoggedRequest,
    answer: Answer,
  ): void {
    const { action, status = 502, headers = {}, body = { message: 'Server Error' } } = fault;
    if (action === 'hang') return;
    if (action === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    logged.status = action === 'truncate' ? answer.status : status;
    if (action === 'truncate') {
      const whole = JSON.stringify(answer.body);
      response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(whole.slice(0, Math.max(1, whole.length >> 1)));
    } else if (action === 'html') {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!DOCTYPE html>\n<html><body><h1>This page is taking too long to load.</h1></body></html>');
    } else {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(JSON.stringify(body));
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
