import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Schema = Record<string, unknown> | null;

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }[];
  body?: Schema;
  responses: Record<string, Schema>;
}

const file = new URL('./openapi/github.json', import.meta.url.replace('/dist/tests/', '/tests/'));
const { operations, $defs } = JSON.parse(readFileSync(file, 'utf8')) as {
  operations: Operation[];
  $defs: Record<string, NonNullable<Schema>>;
};

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: true });
(formats as unknown as (ajv: Ajv) => void)(ajv);
const coercing = new Ajv({ strict: false, coerceTypes: true });
(formats as unknown as (ajv: Ajv) => void)(coercing);

const compiled = new Map<object, ValidateFunction>();
function problems(schema: Schema, value: unknown, by = ajv): string[] {
  if (schema === null) return [];
  const check = compiled.get(schema) ?? by.compile({ ...schema, $defs });
  compiled.set(schema, check);
  if (check(value)) return [];
  return (check.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

/** An operation of GitHub's API that a request asks for. */
export interface Asked {
  operation: Operation;
  parameters: Record<string, string>;
}

/** The operation for a request, or `undefined` when the description has none. */
export function operationFor(method: string, pathname: string): Asked | undefined {
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const names: string[] = [];
    const pattern = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const found = new RegExp(`^${pattern}$`).exec(pathname);
    if (!found) continue;
    const values = found.slice(1).map((value) => decodeURIComponent(value));
    return { operation, parameters: Object.fromEntries(names.map((name, index) => [name, values[index]!])) };
  }
  return undefined;
}

/** How a request differs from GitHub's description of it. */
export function requestProblems({ operation, parameters }: Asked, query: URLSearchParams, body: unknown): string[] {
  const found = operation.parameters.flatMap(({ name, in: place, required, schema }) => {
    if (place === 'header') return [];
    const value = place === 'path' ? parameters[name] : (query.get(name) ?? undefined);
    if (value === undefined) return required ? [`${name} is missing`] : [];
    return problems({ type: 'object', properties: { value: schema } }, { value }, coercing).map(
      (problem) => `${name}: ${problem}`,
    );
  });
  const unknown = [...query.keys()].filter(
    (name) => !operation.parameters.some((one) => one.in === 'query' && one.name === name),
  );
  return [
    ...found,
    ...unknown.map((name) => `${name} is no parameter`),
    ...(operation.body ? problems(operation.body, body ?? {}) : []),
  ];
}

/** What GitHub answers although its description does not say so: a comment that is outdated is on no line, a fork may be gone. */
const gaps = [/^(?:\/\d+)?\/head\/repo must be object$/, /^(?:\/\d+)?\/(?:line|position) must be integer$/];

/** How a response differs from GitHub's description of it. */
export function responseProblems({ operation }: Asked, status: number, body: unknown): string[] {
  if (status >= 300) return [];
  const schema = operation.responses[String(status)];
  if (schema === undefined) return [`${status} is no answer of ${operation.method} ${operation.path}`];
  return problems(schema, body).filter((problem) => !gaps.some((gap) => gap.test(problem)));
}

/** The smallest value that is a `name` of GitHub's, with what `own` says of it. */
export function example(name: string, own: Record<string, unknown>): Record<string, unknown> {
  return { ...(blank($defs[name]!) as object), ...own };
}

function blank(schema: Record<string, unknown>): unknown {
  const {
    $ref,
    type,
    anyOf,
    oneOf,
    allOf,
    enum: values,
    format,
    properties,
    required,
  } = schema as {
    $ref?: string;
    type?: string | string[];
    anyOf?: Record<string, unknown>[];
    oneOf?: Record<string, unknown>[];
    allOf?: Record<string, unknown>[];
    enum?: unknown[];
    format?: string;
    properties?: Record<string, Record<string, unknown>>;
    required?: string[];
  };
  if ($ref) return blank($defs[$ref.slice('#/$defs/'.length)]!);
  const choices = anyOf ?? oneOf;
  if (choices) return choices.some((one) => one.type === 'null') ? null : blank(choices[0]!);
  if (allOf) return Object.assign({}, ...allOf.map((one) => blank(one) as object));
  if (Array.isArray(type)) return type.includes('null') ? null : blank({ ...schema, type: type[0] });
  if (values) return values[0];
  if (type === 'string')
    return format === 'date-time' ? '2026-01-01T00:00:00Z' : format === 'uri' ? 'https://github.example/x' : '';
  if (type === 'integer' || type === 'number') return 0;
  if (type === 'boolean') return false;
  if (type === 'array') return [];
  return Object.fromEntries((required ?? []).map((key) => [key, blank(properties?.[key] ?? {})]));
}
