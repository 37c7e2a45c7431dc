import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { zipSync } from 'fflate';
import { operationFor, requestProblems, responseProblems } from './description.js';
import { Faults, goWrong } from './faults.js';
import { pageOf } from './pages.js';
import { type Answer, failed, missing, refusal } from './request.js';
import { routes } from './routes/index.js';
import { Store } from './store.js';
import { botToken, permissionRefusal, Tokens } from './tokens.js';

/** A request as it came, and what became of it. */
export interface LoggedRequest {
  method: string;
  path: string;
  /** `undefined` when there was no answer. */
  status: number | undefined;
  body: unknown;
  /** Where it was not as GitHub describes it. */
  problems: string[];
}

/** HTTP in front of the store: GitHub's description holds for every request and every answer. */
export class Server {
  readonly store = new Store();
  readonly faults = new Faults();
  readonly tokens = new Tokens([['workflow-token', botToken]]);
  readonly requests: LoggedRequest[] = [];
  /** Requests for what the fake knows nothing of. */
  readonly unknown: string[] = [];
  /** Answers of the fake that were not as GitHub describes them. */
  readonly violations: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch((fault: Error) => {
      this.violations.push(`${request.method} ${request.url}: ${fault.stack}`);
      request.socket.destroy();
    });
  });

  async listen(): Promise<void> {
    // Git's work holds this process up for seconds: a connection that is ended meanwhile would break under a client's next request.
    this.#server.keepAliveTimeout = 0;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends the server. Rejects when anything that it said was not as GitHub describes it. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
    if (this.violations.length > 0) throw new Error(`not as GitHub describes it:\n${this.violations.join('\n')}`);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const url = this.#named(new URL(request.url ?? '/', this.url));
    const body = await bodyOf(request);
    const logged: LoggedRequest = { method, path: url.pathname, status: undefined, body, problems: [] };
    this.requests.push(logged);
    const fault = this.faults.next(method, url.pathname);
    if (fault && fault.when !== 'after') {
      logged.status = goWrong(fault, response, { status: 200, body: {} });
      return;
    }
    const answer = this.#answer(url, body, request, logged);
    if (fault) logged.status = goWrong(fault, response, answer);
    else {
      logged.status = answer.status;
      send(response, answer);
    }
  }

  /** GitHub's links to further pages name a repository by its number. */
  #named(url: URL): URL {
    const [, id, rest = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(url.pathname) ?? [];
    const repository = this.store.repositories.find((one) => one.id === Number(id));
    if (repository) url.pathname = `/repos/${repository.fullName}${rest}`;
    return url;
  }

  #answer(url: URL, body: unknown, { headers, method = 'GET' }: IncomingMessage, logged: LoggedRequest): Answer {
    if (url.pathname.startsWith('/_storage/')) return this.#download(url.pathname);
    const asked = operationFor(method, url.pathname);
    if (!asked) {
      this.unknown.push(`${method} ${url.pathname}`);
      return missing();
    }
    const allowed = this.tokens.of(headers.authorization);
    if ('status' in allowed) return allowed;
    const { token, name } = allowed;
    const answered = (): Answer => {
      if (asked.operation.path === '/rate_limit') return this.tokens.overview(name);
      if (!this.tokens.use(name)) return this.tokens.exceeded();
      const { parameters } = asked;
      const fullName = `${parameters.owner}/${parameters.repo}`.toLowerCase();
      const repository = this.store.repositories.find((one) => one.fullName.toLowerCase() === fullName);
      if (!repository) return missing();
      const route = routes[`${method} ${asked.operation.path}`]!;
      const forbidden = permissionRefusal(route, token);
      if (forbidden) return forbidden;
      if (body !== undefined && (typeof body !== 'object' || body === null))
        return failed(400, 'Problems parsing JSON');
      logged.problems = requestProblems(asked, url.searchParams, body);
      if (logged.problems.length > 0) return refusal(`Invalid request.\n\n${logged.problems.join('\n')}`);
      const request = {
        store: this.store,
        repository,
        parameters,
        query: url.searchParams,
        body: (body ?? {}) as Record<string, unknown>,
        user: token.user,
        accept: headers.accept ?? '',
        api: this.url,
      };
      return pageOf(url, repository.id, route.answer(request));
    };
    const answer = answered();
    const wrong = answer.bytes ? [] : responseProblems(asked, answer.status, answer.body);
    this.violations.push(...wrong.map((problem) => `${answer.status} to ${method} ${url.pathname}: ${problem}`));
    return { ...answer, headers: { ...this.tokens.headers(name), ...answer.headers } };
  }

  /** What is behind the address that GitHub sends those to who download an artifact. */
  #download(path: string): Answer {
    const artifact = this.store.artifacts.find(({ id }) => path === `/_storage/artifacts/${id}.zip`);
    if (!artifact) return missing();
    const bytes = zipSync({ [artifact.name]: artifact.bytes });
    return { status: 200, bytes, headers: { 'content-type': 'application/zip' } };
  }
}

function send(response: ServerResponse, { status, body, bytes, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(bytes ?? (body === undefined ? undefined : JSON.stringify(body)));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
