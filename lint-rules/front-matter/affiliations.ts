import { doubt, isAbsent, mistake } from './findings.js';
import { ror as rorAddress } from './identifiers.js';
import { plain } from './keys.js';
import { affiliationSchema, type Context, canonicalMap, check } from './schema.js';
import type { Affiliation, Point } from './types.js';
import type { YamlPath } from './yaml.js';

/** Affiliations that authors may refer to, by every key that may name them, in the order in which they are defined. */
export interface Definitions {
  list: { affiliation: Affiliation; at: Point }[];
  /** Key (an index, an id, or the name itself) to position in `list`. */
  byKey: Map<string, number>;
}

const names: Record<string, keyof typeof affiliationSchema.shape> = {
  id: 'id',
  index: 'id',
  ref: 'id',
  number: 'id',
  key: 'id',
  label: 'id',
  name: 'name',
  text: 'name',
  affiliation: 'name',
  institution: 'institution',
  organization: 'institution',
  organisation: 'institution',
  university: 'institution',
  department: 'department',
  division: 'department',
  group: 'department',
  lab: 'department',
  address: 'address',
  city: 'city',
  town: 'city',
  region: 'region',
  state: 'region',
  province: 'region',
  country: 'country',
  ror: 'ror',
  'ror-id': 'ror',
};

/** Keys that describe an affiliation and are not printed. */
const unprinted =
  /^(?:url|website|email|phone|fax|postal-code|postcode|zip|zipcode|zip-code|isni|ringgold|doi|grid|collaboration|country-code|note|x|twitter|github|linkedin|facebook|instagram|mastodon|bluesky|youtube|telegram|threads)$/;

const nameOf = (key: string) => names[plain(key)];

/** Whether a map describes one affiliation rather than naming several. */
export function describesAffiliation(value: Record<string, unknown>): boolean {
  const keys = Object.keys(value);
  return (
    keys.some((key) => nameOf(key) !== undefined || unprinted.test(plain(key))) &&
    !keys.every((key) => isMap(value[key]))
  );
}

/**
 * Reads the affiliations that a header defines: JOSS's indexed list, MyST's list or map, pandoc's list of one-key maps, Quarto's list,
 * or a single name. An item without a key of its own answers to its number in the list, as JOSS counts.
 */
export function readDefinitions(value: unknown, path: YamlPath, context: Context): Definitions {
  const definitions: Definitions = { list: [], byKey: new Map() };
  const add = (inner: unknown, at: YamlPath, key?: string) => {
    const read = readAffiliation(inner, at, context);
    if (!read) return;
    const position = definitions.list.push({ affiliation: read.affiliation, at: context.yaml.at(at) }) - 1;
    for (const name of [read.id ?? key, read.affiliation.name]) {
      if (name !== undefined && !definitions.byKey.has(name)) definitions.byKey.set(name, position);
    }
  };

  if (isAbsent(value)) return definitions;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const at = [...path, index];
      const only = isMap(item) && Object.keys(item).length === 1 ? Object.keys(item)[0]! : undefined;
      if (only !== undefined && nameOf(only) === undefined)
        add((item as Record<string, unknown>)[only], [...at, only], only);
      else add(item, at, String(index + 1));
    });
  } else if (isMap(value) && !describesAffiliation(value)) {
    for (const [key, inner] of Object.entries(value)) add(isAbsent(inner) ? key : inner, [...path, key], key);
  } else add(value, path, '1');
  return definitions;
}

/** Reads one affiliation, a line of text or a map; `undefined` after reporting why it is none. */
export function readAffiliation(
  value: unknown,
  path: YamlPath,
  context: Context,
): { affiliation: Affiliation; id?: string } | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'string') return { affiliation: { name: oneLine(value) } };
  const { yaml, report } = context;
  if (!isMap(value)) {
    check(affiliationSchema, value, path, context);
    return undefined;
  }
  const { fields, written } = canonicalMap(value, nameOf);
  const checked = check(affiliationSchema, fields, path, context, written);
  if (!checked) return undefined;
  const name = printedName(checked);
  if (!name && !checked.id) {
    report(mistake('affiliation-without-name', {}, yaml.at(path)));
    return undefined;
  }
  const ror = checked.ror === undefined ? undefined : rorAddress(checked.ror);
  if (checked.ror !== undefined && !ror) {
    report(doubt('ror-invalid', { value: checked.ror }, yaml.at([...path, written.ror!])));
  }
  return {
    affiliation: { name: name || checked.id!, ...(ror && { ror }) },
    ...(checked.id !== undefined && { id: checked.id }),
  };
}

/** Department before institution before place, nothing twice: authors often put the country into the name as well. */
function printedName(parts: Omit<ReturnType<typeof affiliationSchema.parse>, 'id' | 'ror'>): string {
  const department = typeof parts.department === 'string' ? [parts.department] : (parts.department ?? []);
  let line = '';
  for (const part of [
    ...department,
    parts.name,
    parts.institution,
    parts.address,
    parts.city,
    parts.region,
    parts.country,
  ]) {
    const text = oneLine(part ?? '');
    if (text && !line.split(/,\s*/).includes(text)) line = line ? `${line}, ${text}` : text;
  }
  return line;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a YAML scalar on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
