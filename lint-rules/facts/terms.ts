import { doubt, type Expected, type Finding, kindOf, mistake } from '../front-matter/findings.js';
import { closest } from '../front-matter/keys.js';
import { parseYaml, type Yaml, type YamlPath } from '../front-matter/yaml.js';
import type { Term } from './types.js';

const keys = ['term', 'max', 'allow'];

/**
 * Reads `terms.yml`: a list whose entries are terms, or maps `{term, max, allow}`. Faults are plain data with the line and column of the file, of
 * the same kind as a front matter's; an entry that is faulty is left out, and the others are kept.
 */
export function readTerms(source: string): { terms: Term[]; findings: Finding[] } {
  const { yaml, findings } = parseYaml(source);
  if (!yaml) return { terms: [], findings };
  const { value } = yaml;
  if (kindOf(value) === 'nothing') return { terms: [], findings };
  const reader = new Reader(yaml, findings);
  if (!Array.isArray(value)) {
    reader.unexpected('terms', 'list', value, []);
    return { terms: [], findings };
  }
  const terms = value.flatMap((entry, index) => reader.entry(entry, index) ?? []);
  return { terms, findings };
}

class Reader {
  readonly #yaml: Yaml;
  readonly #findings: Finding[];

  constructor(yaml: Yaml, findings: Finding[]) {
    this.#yaml = yaml;
    this.#findings = findings;
  }

  unexpected(key: string, expected: Expected, value: unknown, path: YamlPath): undefined {
    this.#findings.push(mistake('unexpected-shape', { key, expected, found: kindOf(value) }, this.#yaml.at(path)));
    return undefined;
  }

  entry(entry: unknown, index: number): Term | undefined {
    if (kindOf(entry) === 'text') return { term: String(entry) };
    if (kindOf(entry) !== 'map') return this.unexpected('terms', 'text', entry, [index]);
    const map = entry as Record<string, unknown>;
    for (const key of Object.keys(map)) {
      if (keys.includes(key)) continue;
      const suggestion = closest(key, keys);
      this.#findings.push(
        doubt('unknown-key', { key, ...(suggestion && { suggestion }) }, this.#yaml.atKey([index, key])),
      );
    }
    if (kindOf(map.term) !== 'text') return this.unexpected('term', 'text', map.term, [index, 'term']);
    const max = this.#max(map.max, index);
    const allow = this.#allow(map.allow, index);
    return { term: String(map.term), ...(max !== undefined && { max }), ...(allow && { allow }) };
  }

  #max(value: unknown, index: number): number | undefined {
    if (kindOf(value) === 'nothing') return undefined;
    if (kindOf(value) === 'text' && /^\d{1,3}$/.test(String(value).trim())) return Number(value);
    return this.unexpected('max', 'number', value, [index, 'max']);
  }

  #allow(value: unknown, index: number): string[] | undefined {
    if (kindOf(value) === 'nothing') return undefined;
    if (kindOf(value) === 'text') return [String(value)];
    if (!Array.isArray(value)) return this.unexpected('allow', 'texts', value, [index, 'allow']);
    return value.flatMap((text, at) =>
      kindOf(text) === 'text' ? [String(text)] : (this.unexpected('allow', 'text', text, [index, 'allow', at]) ?? []),
    );
  }
}
