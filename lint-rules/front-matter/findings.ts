import type { Point } from './types.js';

/** What a value should have been. */
export type Expected =
  | 'text'
  | 'texts'
  | 'people'
  | 'person'
  | 'name'
  | 'affiliations'
  | 'affiliation'
  | 'references'
  | 'flag'
  | 'number'
  | 'map'
  | 'list'
  | 'title'
  | 'license'
  | 'contents'
  | 'contents-entry'
  | 'publisher'
  | 'editors';

/** What a value is instead. */
export type Found = 'text' | 'list' | 'map' | 'nothing';

/** Everything that can be wrong with a header, and what its sentence needs. The sentences stand with the messages of each language. */
export interface FindingArguments {
  'yaml-syntax': { detail: string };
  'yaml-duplicate-key': { key: string };
  'yaml-tab': object;
  'yaml-quote-needed': object;
  'yaml-reserved-character': { character: string };
  'yaml-unclosed': { mark: string };
  'yaml-missing-colon': object;
  'yaml-indentation': object;
  'yaml-unknown-alias': { alias: string };
  'yaml-too-many-aliases': object;
  'yaml-too-deep': { levels: number };
  'header-missing': object;
  'header-unterminated': object;
  'header-too-large': { kilobytes: number };
  'header-not-a-map': { found: Found };
  'unexpected-shape': { key: string; expected: Expected; found: Found };
  'unknown-key': { key: string; suggestion?: string };
  'title-missing': object;
  'authors-missing': object;
  'author-without-name': object;
  'unknown-affiliation': { reference: string; known: string[] };
  'unused-affiliation': { name: string };
  'affiliation-without-name': object;
  'orcid-invalid': { value: string; reason: 'shape' | 'check-digit' };
  'orcid-placeholder': { value: string };
  'ror-invalid': { value: string };
  'email-invalid': { value: string };
  'date-unreadable': { value: string };
  'language-invalid': { value: string; suggestion?: string };
  'doi-invalid': { value: string };
}

export type FindingId = keyof FindingArguments;

/** One thing wrong, as plain data: who reports it decides how it is said. */
export interface Finding<Id extends FindingId = FindingId> extends Point {
  severity: 'error' | 'warning';
  id: Id;
  args: FindingArguments[Id];
}

/** An error at a place. */
export function mistake<Id extends FindingId>(id: Id, args: FindingArguments[Id], at: Point): Finding<Id> {
  return { severity: 'error', id, args, line: at.line, column: at.column };
}

/** A warning at a place. */
export function doubt<Id extends FindingId>(id: Id, args: FindingArguments[Id], at: Point): Finding<Id> {
  return { severity: 'warning', id, args, line: at.line, column: at.column };
}

/** Kind of a YAML value. */
export function kindOf(value: unknown): Found {
  if (isAbsent(value)) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : 'text';
}

/** Whether a key has no value: nothing, `~` or `null`. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === '~' || value === 'null';
}
