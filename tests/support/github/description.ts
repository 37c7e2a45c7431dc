import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

export type Schema = Record<string, unknown>;

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }[];
  body?: Schema;
  responses: Record<string, Schema | null>;
}

const file = new URL('./openapi/github.json', import.meta.url.replace('/dist/tests/', '/tests/'));
const { operations, $defs } = JSON.parse(readFileSync(file, 'utf8')) as {
  operations: Operation[];
  $defs: Record<string, Schema>;
};

/** GitHub's own names for the shapes of its answers. */
export const definitions = $defs;

function validator(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, coerceTypes });
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv;
}
const asIs = validator(false);
const fromText = validator(true);

const compiled = new Map<object, ValidateFunction>();

function errorsOf(schema: Schema, value: unknown, by = asIs): ErrorObject[] {
  const check = compiled.get(schema) ?? by.compile({ ...schema, $defs });
  compiled.set(schema, check);
  return check(value) ? [] : (check.errors ?? []);
}

/** An operation of GitHub's API that a request asks for. */
export interface Asked {
  operation: Operation;
  /** Values in the path by name. */
  parameters: Record<string, string>;
}

const patterns = operations.map((operation) => {
  const names: string[] = [];
  const pattern = operation.path.replace(/\/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return name === 'path' ? '(?:/(.*))?' : '/([^/]+)';
  });
  return { operation, names, pattern: new RegExp(`^${pattern}$`) };
});

/** The operation for a request, or `undefined` when the description has none. */
export function operationFor(method: string, pathname: string): Asked | undefined {
  for (const { operation, names, pattern } of patterns) {
    const found = operation.method === method && pattern.exec(pathname);
    if (!found) continue;
    const values = found.slice(1).map((value = '') => decoded(value));
    return { operation, parameters: Object.fromEntries(names.map((name, index) => [name, values[index]!])) };
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How a request differs from GitHub's description of it, in the words in which GitHub says so where these are known. */
export function requestProblems({ operation, parameters }: Asked, query: URLSearchParams, body: unknown): string[] {
  const found = operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    if (place === 'header') return [];
    const value = place === 'path' ? parameters[name] : (query.get(name) ?? undefined);
    if (value === undefined) return required ? [`"${name}" wasn't supplied.`] : [];
    return errorsOf(parameterSchema(schema), { [place]: value }, fromText).map(worded);
  });
  const known = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const unknown = [...query.keys()].filter((name) => !known.includes(name));
  return [
    ...found,
    ...unknown.map((name) => `"${name}" is not a permitted key.`),
    ...(operation.body ? errorsOf(closed(operation.body), body ?? {}).map(worded) : []),
  ];
}

const parameterSchemas = new Map<Schema, Schema>();
function parameterSchema(schema: Schema): Schema {
  const whole = parameterSchemas.get(schema) ?? { type: 'object', properties: { path: schema, query: schema } };
  parameterSchemas.set(schema, whole);
  return whole;
}

const closedSchemas = new Map<Schema, Schema>();
/** A schema that takes no keys but its own, where it does not say otherwise: a name misspelt must not pass unseen. */
function closed(schema: Schema): Schema {
  const whole = closedSchemas.get(schema) ?? (close(schema) as Schema);
  closedSchemas.set(schema, whole);
  return whole;
}

function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, close(one)]));
  const plain = schema.type === 'object' && schema.properties && !('additionalProperties' in schema);
  return plain && !schema.oneOf && !schema.anyOf ? { ...inner, additionalProperties: false } : inner;
}

function worded({ keyword, params, instancePath, data, message }: ErrorObject): string {
  const at = `For 'properties${instancePath}', `;
  if (keyword === 'required') return `"${params.missingProperty}" wasn't supplied.`;
  if (keyword === 'additionalProperties') return `"${params.additionalProperty}" is not a permitted key.`;
  if (keyword === 'maxItems')
    return `No more than ${params.limit} items are allowed; ${(data as unknown[]).length} were supplied.`;
  if (keyword === 'enum')
    return `${at}${JSON.stringify(data)} is not a member of ${JSON.stringify(params.allowedValues)}.`;
  if (keyword === 'type') return `${at}${JSON.stringify(data)} is not a ${[params.type].flat().join(' or ')}.`;
  return `${at}${message}.`;
}

/** What GitHub answers although its description does not say so: a comment that is outdated is on no line, and a fork that was deleted is no repository. */
const gaps = [/^(?:\/\d+)?\/(?:line|position) must be integer$/, /^(?:\/\d+)?\/head\/repo must be object$/];

/** How an answer differs from GitHub's description of it. */
export function responseProblems({ operation }: Asked, status: number, body: unknown): string[] {
  const described = operation.responses[String(status)];
  if (described === null) return body === undefined ? [] : [`${status} has no body`];
  // Many refusals, as of a token, are told of no operation; they have one look.
  const schema = described ?? (status >= 400 ? $defs['basic-error'] : undefined);
  if (schema === undefined) return [`${status} is no answer of ${operation.method} ${operation.path}`];
  return errorsOf(schema, body)
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
    .filter((problem) => !gaps.some((gap) => gap.test(problem)))
    .slice(0, 5);
}
