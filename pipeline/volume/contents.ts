import { z } from 'zod';
import { isMap, oneLine } from '../../lint-rules/front-matter/affiliations.js';
import { type Expected, isAbsent, kindOf } from '../../lint-rules/front-matter/findings.js';
import { closest } from '../../lint-rules/front-matter/keys.js';
import { keyOf } from '../../lint-rules/front-matter/schema.js';
import type { Yaml, YamlPath } from '../../lint-rules/front-matter/yaml.js';
import { error, type Fault, warning } from '../faults.js';
import type { Place, Role } from './types.js';

/** A manuscript that the contents name. */
export interface Named {
  id: string;
  role: Role;
  section?: string;
  place: Place;
}

/** The contents as volume.yml has them; ids are not yet known to exist. */
export type ContentsPlan = (Named | { section: string; manuscripts: Named[] })[];

export const roles: Role[] = [
  'preface',
  'foreword',
  'introduction',
  'keynote',
  'contribution',
  'afterword',
  'appendix',
];

const entrySchema = z.union([
  z.string().transform((manuscript) => ({ manuscript })),
  z.looseObject({ manuscript: z.string(), role: z.string().optional() }),
]);
const sectionSchema = z.looseObject({ section: z.string(), manuscripts: z.array(z.unknown()) });

/** Reads `contents`: `{manuscript, role?}`, `{section, manuscripts}` or a bare id. Faults go to `faults`. */
export function readContents(list: unknown[], yaml: Yaml, faults: Fault[]): ContentsPlan {
  const placeAt = (path: YamlPath): Place => ({ path: 'volume.yml', ...yaml.at(path) });
  const misshapen = (value: unknown, path: YamlPath, expected: Expected) =>
    faults.push(error('unexpected-shape', { key: keyOf(path), expected, found: kindOf(value) }, placeAt(path)));

  const knownKeys = (value: Record<string, unknown>, known: string[], path: YamlPath) => {
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      const suggestion = closest(key, known);
      const args = { key: keyOf([...path, key]), known, ...(suggestion && { suggestion }) };
      faults.push(warning('volume-key-unknown', args, { path: 'volume.yml', ...yaml.atKey([...path, key]) }));
    }
  };

  const readManuscript = (value: unknown, path: YamlPath, section?: string): Named[] => {
    const parsed = entrySchema.safeParse(value);
    const id = parsed.success ? parsed.data.manuscript.trim().normalize('NFC') : '';
    if (!parsed.success || isAbsent(id)) {
      misshapen(value, path, 'contents-entry');
      return [];
    }
    const wholeEntry = isMap(value);
    if (wholeEntry) knownKeys(value, ['manuscript', 'role'], path);
    const place = placeAt(wholeEntry ? [...path, 'manuscript'] : path);
    const written = wholeEntry && !isAbsent(value.role) ? String(value.role).trim() : 'contribution';
    if (!(roles as string[]).includes(written)) {
      faults.push(error('role-unknown', { role: written, known: roles }, placeAt([...path, 'role'])));
      return [{ id, role: 'contribution', ...(section && { section }), place }];
    }
    return [{ id, role: written as Role, ...(section && { section }), place }];
  };

  return list.flatMap((item, index): ContentsPlan => {
    const path: YamlPath = ['contents', index];
    if (!isMap(item) || !('section' in item || 'manuscripts' in item)) return readManuscript(item, path);
    knownKeys(item, ['section', 'manuscripts'], path);
    const parsed = sectionSchema.safeParse(item);
    const title = parsed.success ? oneLine(parsed.data.section) : '';
    if (!parsed.success || !title) {
      misshapen(item, path, 'contents-entry');
      return [];
    }
    const manuscripts = parsed.data.manuscripts.flatMap((inner, position) =>
      readManuscript(inner, [...path, 'manuscripts', position], title),
    );
    return [{ section: title, manuscripts }];
  });
}
