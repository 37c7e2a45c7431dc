import { z } from 'zod';
import { type Expected, type Finding, isAbsent, kindOf, mistake } from './findings.js';
import type { Yaml, YamlPath } from './yaml.js';

/** In all schemas a failed check's message is the name of what was expected; YAML scalars arrive as strings. */
const expected = (kind: Expected) => ({ error: kind });

export const text = z.string(expected('text'));
const mapping = z.record(z.string(), z.unknown(), expected('map'));
const texts = z.union([z.string(), z.array(text)], expected('texts'));

/** A pandoc title may be a list of parts with types, as for EPUB. */
const title = z.union(
  [
    z.string(),
    z.array(z.object({ text: z.string(), type: z.string().optional() })),
    z.object({ text: z.string(), type: z.string().optional() }),
  ],
  expected('title'),
);

const flag = z
  .string(expected('flag'))
  .refine((value) => /^(?:true|yes|on|1|false|no|off|0|)$/i.test(value.trim()), expected('flag'))
  .transform((value) => /^(?:true|yes|on|1)$/i.test(value.trim()));

/** Shapes of a header's fields. What is inside people, affiliations and parts is looked at one by one. */
export const fieldSchemas = {
  title,
  subtitle: text,
  shortTitle: text,
  authors: z.union([z.string(), z.array(z.unknown()), mapping], expected('people')),
  affiliations: z.union([z.string(), z.array(z.unknown()), mapping], expected('affiliations')),
  contributors: z.union([z.string(), z.array(z.unknown()), mapping], expected('people')),
  abstract: texts,
  parts: mapping,
  keywords: texts,
  tags: texts,
  date: text,
  lang: text,
  bibliography: texts,
  license: z.union([z.string(), mapping, z.array(z.unknown())], expected('license')),
  doi: text,
};

/** A person, keys already in canonical form. */
export const personSchema = z.object(
  {
    name: z.union([z.string(), mapping], expected('name')).optional(),
    given: text.optional(),
    family: text.optional(),
    suffix: text.optional(),
    droppingParticle: text.optional(),
    particle: text.optional(),
    native: text.optional(),
    sort: text.optional(),
    id: text.optional(),
    affiliations: z.union([z.string(), z.array(z.unknown()), mapping], expected('references')).optional(),
    orcid: text.optional(),
    email: text.optional(),
    corresponding: flag.optional(),
  },
  expected('person'),
);

/** An affiliation, keys already in canonical form. */
export const affiliationSchema = z.object(
  {
    id: text.optional(),
    name: text.optional(),
    institution: text.optional(),
    department: texts.optional(),
    address: text.optional(),
    city: text.optional(),
    region: text.optional(),
    country: text.optional(),
    ror: text.optional(),
  },
  expected('affiliation'),
);

/** Where values stand, and who hears of faults. */
export interface Context {
  yaml: Pick<Yaml, 'at' | 'atKey'>;
  report(finding: Finding): void;
}

/**
 * Checks `value`, which stands at `path`, against a schema whose messages are of `Expected`. Parts that do not fit are reported and left out,
 * so that one wrong value hides no other fault; `undefined` when nothing fits. `written` gives the author's spelling of canonical keys.
 */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: YamlPath,
  { yaml, report }: Context,
  written: Record<string, string | undefined> = {},
): z.output<Schema> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const failed = new Set<PropertyKey>();
  for (const issue of result.error.issues) {
    const [first, ...deeper] = issue.path as YamlPath;
    const at = first === undefined ? path : [...path, written[first] ?? first, ...deeper];
    const wrong = (issue.path as YamlPath).reduce<unknown>((inner, step) => (inner as never)?.[step], value);
    report(
      mistake(
        'unexpected-shape',
        { key: keyOf(at), expected: issue.message as Expected, found: kindOf(wrong) },
        yaml.at(at),
      ),
    );
    if (issue.path[0] !== undefined) failed.add(issue.path[0]);
  }
  if (failed.size === 0 || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const rest = Object.fromEntries(Object.entries(value as object).filter(([key]) => !failed.has(key)));
  return schema.safeParse(rest).data;
}

/** `authors[2].orcid`, as people write a path into YAML; counted from 1, as people count. */
export function keyOf(path: YamlPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

/** A map with canonical keys, and which key the author wrote for each. Absent values are left out; of two ways to say one thing the first counts. */
export function canonicalMap<Name extends string>(
  value: Record<string, unknown>,
  nameOf: (key: string) => Name | undefined,
): { fields: Partial<Record<Name, unknown>>; written: Partial<Record<Name, string>>; unknown: string[] } {
  const fields: Partial<Record<Name, unknown>> = {};
  const written: Partial<Record<Name, string>> = {};
  const unknown: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const name = nameOf(key);
    if (!name) unknown.push(key);
    else if (!isAbsent(inner) && fields[name] === undefined) {
      fields[name] = inner;
      written[name] = key;
    }
  }
  return { fields, written, unknown };
}
