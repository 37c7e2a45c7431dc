import { type References, readReferences } from './affiliation-references.js';
import { type Definitions, isMap, oneLine } from './affiliations.js';
import { doubt, isAbsent, mistake } from './findings.js';
import { email as mailAddress, orcid as orcidOf } from './identifiers.js';
import { closest, plain } from './keys.js';
import { type Context, canonicalMap, check, keyOf, personSchema } from './schema.js';
import type { Author } from './types.js';
import type { YamlPath } from './yaml.js';

/** An author whose affiliations are still keys of definitions, or affiliations given in place. */
export interface Person extends Omit<Author, 'affiliations'> {
  id?: string;
  affiliations: References;
}

type PersonField = keyof typeof personSchema.shape;

const spellings: Record<PersonField, string[]> = {
  name: ['name', 'literal', 'full-name', 'fullname'],
  given: ['given', 'given-names', 'given-name', 'givenname', 'firstname', 'first-name', 'first', 'forename'],
  family: ['family', 'surname', 'family-name', 'familyname', 'lastname', 'last-name', 'last'],
  suffix: ['suffix'],
  droppingParticle: ['dropping-particle'],
  particle: ['non-dropping-particle', 'particle'],
  native: ['native', 'native-name', 'name-native', 'original-name'],
  sort: ['sort', 'sort-as', 'file-as', 'sort-key'],
  id: ['id', 'ref', 'key'],
  affiliations: [
    'affiliations',
    'affiliation',
    'institute',
    'institutes',
    'institution',
    'institutions',
    'organization',
    'organisation',
    'inst',
  ],
  orcid: ['orcid', 'orcid-id', 'orcidid'],
  email: ['email', 'mail', 'e-mail', 'emails'],
  corresponding: ['corresponding', 'correspondence', 'corresponding-author', 'corresp', 'is-corresponding'],
};
const fieldBySpelling = new Map(
  Object.entries(spellings).flatMap(([field, keys]) => keys.map((key) => [key, field as PersonField] as const)),
);

/** Keys that say something of a person which is not printed. */
const unprinted =
  /^(?:equal-contrib|equal-contributor|equal-contribution|equal|deceased|roles?|note|footnote|footnotes|url|website|web|homepage|github|gitlab|twitter|x|mastodon|bluesky|linkedin|facebook|instagram|youtube|threads|telegram|phone|fax|tel|user-?id|initials|degrees?|title|titles|address|department|city|country|ror|name-?parsed|attributes|metadata|contributions?|acknowledgements|collaborations?|funding|fundref-?name|fundref-?id|photo|image|bio|degree|social|researchgate|google-?scholar|scholar|status|type|file|author|affil|affiliation-(?:url|index)|number|index|comment|thanks|job|position)$/;

const fieldNamed = (key: string) => fieldBySpelling.get(plain(key));

/**
 * Reads people however a header lists them: one name, a list of names, maps (`name`, `given`/`family` and their kin), pandoc's one-key maps
 * (`- Jane Doe: {…}`), or ids of people described elsewhere (`known`, as MyST projects have them).
 */
export function readPeople(
  value: unknown,
  path: YamlPath,
  context: Context,
  definitions: Definitions,
  known: Person[] = [],
): Person[] {
  if (isAbsent(value)) return [];
  const read = (item: unknown, at: YamlPath): Person[] => {
    const person = readPerson(item, at, context, definitions, known);
    return person ? [person] : [];
  };
  if (Array.isArray(value)) return value.flatMap((item, index) => read(item, [...path, index]));
  if (isMap(value) && !Object.keys(value).some((key) => isPersonKey(key))) {
    return Object.keys(value).flatMap((name) => read({ [name]: value[name] }, path));
  }
  return read(value, path);
}

const isPersonKey = (key: string) => fieldNamed(key) !== undefined || unprinted.test(plain(key));

function readPerson(
  value: unknown,
  path: YamlPath,
  context: Context,
  definitions: Definitions,
  known: Person[],
): Person | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'string') {
    const text = oneLine(value);
    return known.find((person) => person.id === text) ?? { ...plainName(text), affiliations: [] };
  }
  if (!isMap(value)) {
    check(personSchema, value, path, context);
    return undefined;
  }
  const only = Object.keys(value).length === 1 ? Object.keys(value)[0]! : undefined;
  if (only !== undefined && !isPersonKey(only)) {
    const details = value[only];
    const inner = isMap(details) ? details : typeof details === 'string' && !isAbsent(details) ? asDetail(details) : {};
    return fromMap({ name: only, ...inner }, isMap(details) ? [...path, only] : path, context, definitions, known);
  }
  const described = isMap(value.attributes) ? { ...value.attributes, ...value } : value;
  return fromMap(described, path, context, definitions, known);
}

/** What stands behind a one-key map's name: a mail address or an affiliation. */
function asDetail(text: string): Record<string, unknown> {
  return mailAddress(text) ? { email: text } : { affiliation: text };
}

function fromMap(
  value: Record<string, unknown>,
  path: YamlPath,
  context: Context,
  definitions: Definitions,
  known: Person[],
): Person | undefined {
  const { yaml, report } = context;
  const { fields, written, unknown } = canonicalMap(value, fieldNamed);
  for (const key of unknown) {
    if (unprinted.test(plain(key))) continue;
    const suggestion = closest(key, fieldBySpelling.keys());
    report(
      doubt(
        'unknown-key',
        { key: keyOf([...path, key]), ...(suggestion && { suggestion }) },
        yaml.atKey([...path, key]),
      ),
    );
  }
  const checked = check(personSchema, fields, path, context, written);
  if (!checked) return undefined;
  if (isMap(checked.name)) Object.assign(checked, nameParts(checked.name));

  const named = composeName(checked as NameFields);
  const referred = checked.id === undefined ? undefined : known.find((person) => person.id === checked.id);
  if (!named && !referred) {
    if (checked.id === undefined) {
      report(mistake('author-without-name', {}, yaml.at(path)));
      return undefined;
    }
    return { ...plainName(checked.id), id: checked.id, affiliations: [] };
  }
  const at = (field: PersonField): YamlPath => [...path, written[field]!];
  const base: Person = referred ?? { ...named!, affiliations: [] };
  return {
    ...base,
    ...named,
    ...(checked.id !== undefined && { id: checked.id }),
    ...(checked.native && { native: oneLine(checked.native) }),
    ...(checked.sort && { sort: oneLine(checked.sort) }),
    affiliations:
      checked.affiliations === undefined
        ? base.affiliations
        : readReferences(checked.affiliations, at('affiliations'), context, definitions),
    ...(checked.orcid !== undefined && orcidField(checked.orcid, at('orcid'), context)),
    ...(checked.email !== undefined && emailField(checked.email, at('email'), context)),
    corresponding: checked.corresponding ?? (named?.corresponding || base.corresponding),
  };
}

function orcidField(value: string, path: YamlPath, { yaml, report }: Context): Pick<Person, 'orcid'> {
  const read = orcidOf(value);
  if ('id' in read) return { orcid: read.id };
  const at = yaml.at(path);
  // Templates come with an iD of nothing but zeros or letters, which no one has.
  if (/^[0xX\s-]+$/.test(value)) report(doubt('orcid-placeholder', { value }, at));
  else report(mistake('orcid-invalid', { value, reason: read.problem }, at));
  return {};
}

function emailField(value: string, path: YamlPath, { yaml, report }: Context): Pick<Person, 'email'> {
  const address = mailAddress(value);
  if (!address) report(doubt('email-invalid', { value }, yaml.at(path)));
  return address ? { email: address } : {};
}

interface NameFields {
  name?: string;
  given?: string;
  family?: string;
  suffix?: string;
  droppingParticle?: string;
  particle?: string;
}

/** A name's parts in a map of their own, as CSL and MyST have it. */
function nameParts(name: Record<string, unknown>): NameFields {
  const { fields } = canonicalMap(name, fieldNamed);
  const texts = Object.entries(fields).filter(([, value]) => typeof value === 'string');
  return { name: undefined, ...Object.fromEntries(texts) };
}

type Named = Pick<Person, 'name' | 'given' | 'family' | 'corresponding'>;

function composeName(fields: NameFields): Named | undefined {
  const given = oneLine(fields.given ?? '');
  const family = oneLine([fields.particle, fields.family].filter(Boolean).join(' '));
  const parts = { ...(given && { given }), ...(family && { family }) };
  if (fields.name !== undefined && oneLine(fields.name)) return { ...plainName(oneLine(fields.name)), ...parts };
  if (!given && !family) return undefined;
  const han = /^[\p{Script=Han}·]+$/u;
  const name =
    han.test(given || family) && han.test(family || given)
      ? `${family}${given}`
      : [given, fields.droppingParticle, family, fields.suffix]
          .filter(Boolean)
          .map((part) => oneLine(part!))
          .join(' ');
  return { name, ...parts, corresponding: false };
}

/**
 * A name without the notes that JOSS and pandoc authors hang on it: `^[corresponding author]`, `[^1]`, `^1^`, `\thanks{…}`, `*`.
 * A note that speaks of correspondence marks the corresponding author.
 */
function plainName(written: string): Named {
  let notes = '';
  const name = written
    .replace(/\^\[([^\]]*)\]|\\thanks\{([^}]*)\}|\[\^[^\]]*\]|\^[^^\s]{1,10}\^|(?:\\?\*)+$/g, (note) => {
      notes += note;
      return '';
    })
    .trim();
  return { name: oneLine(name) || written, corresponding: /correspond|通[讯信]作者/i.test(notes) };
}
