import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { galleyVersion } from '../version.js';

export type GitHub = InstanceType<typeof Octokit>;

export interface ClientOptions {
  token: string;
  /** Without a slash at its end. */
  baseUrl: string;
  /** Told of waits, one line each. */
  log: (line: string) => void;
  /** Milliseconds that one request may take. */
  timeout?: number;
  /** Seconds that a limit may make us wait, in one go. */
  patience?: number;
  /** Milliseconds that a second of GitHub's is long; other than 1000 only where nobody wants to wait. */
  second?: number;
  /** Limits of the throttling plugin in the place of its own, which spread writing requests over seconds as GitHub asks. */
  pace?: object;
}

/** What has been tried so often is not tried again. */
const attempts = 3;

const Client = Octokit.plugin(retry, throttling);

/**
 * A client of GitHub that waits when it is told to and asks again when a reading request fails. A writing request that fails is never repeated here:
 * it may have been carried out all the same, which only a look at what is there can tell. Every request ends after `timeout`.
 */
export function createClient(options: ClientOptions): GitHub {
  const { token, baseUrl, log, timeout = 30_000, patience = 120, second = 1000, pace } = options;
  const waitFor = (why: string) => (seconds: number, request: object, _: unknown, retries: number) => {
    const { method, url } = request as { method: string; url: string };
    const wanted = seconds <= patience && retries + 1 < attempts;
    log(`${method} ${url}: ${why}; ${wanted ? `waiting ${seconds} s` : 'giving up'}`);
    return wanted;
  };
  const client = new Client({
    auth: token,
    baseUrl,
    userAgent: `galley/${galleyVersion()}`,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    request: { fetch: patientFetch(timeout) },
    retry: { doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451], retries: attempts - 1, retryAfterBaseValue: second },
    throttle: {
      onRateLimit: waitFor('the rate limit is used up'),
      onSecondaryRateLimit: waitFor('GitHub asks for a pause'),
      retryAfterBaseValue: second,
      ...pace,
    },
  });
  client.hook.before('request', (request) => {
    if (request.method !== 'GET') request.request = { ...request.request, retries: 0 };
  });
  client.hook.wrap('request', async (request, parameters) => {
    for (let tried = 1; ; tried++) {
      try {
        return await request(parameters);
      } catch (fault) {
        // The plugins see no limit in a refusal that only says when to come back.
        const seconds = statedPause(fault);
        if (seconds === undefined || seconds > patience || tried >= attempts) throw fault;
        log(`${parameters.method} ${parameters.url}: GitHub asks for a pause; waiting ${seconds} s`);
        await new Promise((resolve) => setTimeout(resolve, seconds * second));
      }
    }
  });
  return client;
}

function statedPause(fault: unknown): number | undefined {
  const { status, message, response } = fault as {
    status?: number;
    message?: string;
    response?: { headers?: Headers };
  };
  if (status !== 403 && status !== 429) return undefined;
  const headers = (response?.headers ?? {}) as Record<string, string | undefined>;
  if (/\bsecondary rate\b/i.test(message ?? '') || headers['x-ratelimit-remaining'] === '0') return undefined;
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

type Headers = Record<string, string | undefined>;

/** Fetches with an end to its patience, and takes an answer to a question that is cut short for a fault of the server, so that it is asked again. */
function patientFetch(timeout: number): typeof fetch {
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    if (!response.body || !/\bjson\b/.test(response.headers.get('content-type') ?? '')) return response;
    const text = await response.text();
    const { status, statusText, headers } = response;
    const isCut = response.ok && (init?.method ?? 'GET') === 'GET' && !isJson(text);
    return new Response(text, isCut ? { status: 502 } : { status, statusText, headers });
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What went wrong with a request, in one line without the page that came with it. */
export function requestFault(fault: unknown): string {
  const { status, message } = fault as { status?: number; message?: string };
  const first = String(message ?? fault)
    .split('\n')[0]!
    .trim();
  const said = first.startsWith('<') ? 'an error page' : first.slice(0, 200);
  return status === undefined ? said : `${status} ${said}`;
}

/** Whether a request that failed may have been carried out all the same. */
export function mayHaveHappened(fault: unknown): boolean {
  const { status } = fault as { status?: number };
  return status === undefined || status >= 500;
}
