import { type Definitions, describesAffiliation, isMap, oneLine, readAffiliation } from './affiliations.js';
import { isAbsent, mistake } from './findings.js';
import type { Context } from './schema.js';
import type { Affiliation } from './types.js';
import type { YamlPath } from './yaml.js';

/** Positions among the definitions, or affiliations given in place. */
export type References = (number | Affiliation)[];

/** Reads which affiliations a person has: keys of definitions (`1`, `"1, 2"`, `[ucb]`), free text, or maps in place. */
export function readReferences(value: unknown, path: YamlPath, context: Context, definitions: Definitions): References {
  const { yaml, report } = context;
  const byText = (text: string, at: YamlPath): References => {
    const whole = oneLine(text);
    const position = definitions.byKey.get(whole);
    if (position !== undefined) return [position];
    const tokens = whole.split(/\s*(?:[,;&，、；]|\band\b)\s*|\s+/).filter(Boolean);
    const found = tokens.map((token) => definitions.byKey.get(token));
    const isList = tokens.every(
      (token) => /^[\dA-Za-z]{1,3}$/.test(token) && (/^\d+$/.test(token) || definitions.byKey.has(token)),
    );
    if (found.every((index) => index !== undefined)) return found as number[];
    if (isList) {
      const known = [...definitions.byKey].filter(([key, index]) => key !== definitions.list[index]?.affiliation.name);
      for (const [index, token] of tokens.entries()) {
        if (found[index] !== undefined) continue;
        report(mistake('unknown-affiliation', { reference: token, known: known.map(([key]) => key) }, yaml.at(at)));
      }
      return found.filter((index) => index !== undefined);
    }
    const parts = whole.split(/\s*;\s*/).filter(Boolean);
    return parts.map((part) => definitions.byKey.get(part) ?? { name: part });
  };
  const one = (item: unknown, at: YamlPath): References => {
    if (isAbsent(item)) return [];
    if (typeof item === 'string') return byText(item, at);
    if (isMap(item) && Object.keys(item).length === 1 && !describesAffiliation(item)) {
      return one(Object.values(item)[0], [...at, Object.keys(item)[0]!]);
    }
    const read = readAffiliation(item, at, context);
    if (!read) return [];
    const known = read.id === undefined ? undefined : definitions.byKey.get(read.id);
    return [known ?? read.affiliation];
  };
  return Array.isArray(value) ? value.flatMap((item, index) => one(item, [...path, index])) : one(value, path);
}
