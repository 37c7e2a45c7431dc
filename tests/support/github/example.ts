import { definitions, type Schema } from './description.js';

/** The smallest value that is a `name` of GitHub's, with what `own` says of it. */
export function example(name: string, own: Record<string, unknown>): Record<string, unknown> {
  return { ...(blank(definitions[name]!) as object), ...own };
}

interface Parts {
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
}

function blank(schema: Schema): unknown {
  const { $ref, type, anyOf, oneOf, allOf, enum: values, format, properties, required } = schema as Parts;
  if ($ref) return blank(definitions[$ref.slice('#/$defs/'.length)]!);
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
