import { parseYaml } from '../../lint-rules/front-matter/yaml.js';

/** Entries of BibTeX that define nothing that could be cited. */
const noEntry = /^(?:comment|string|preamble)$/i;

/**
 * Keys that a bibliography defines, by the format that its name tells: BibTeX, CSL-JSON or CSL-YAML. `undefined` when it cannot be read, so that
 * nobody calls its keys missing.
 */
export function bibliographyKeys(name: string, source: string): ReadonlySet<string> | undefined {
  if (/\.(?:bib|bibtex)$/i.test(name)) return bibtexKeys(source);
  if (/\.json$/i.test(name)) {
    try {
      return idsIn(JSON.parse(source));
    } catch {
      return undefined;
    }
  }
  return /\.ya?ml$/i.test(name) ? idsIn(parseYaml(source).yaml?.value) : undefined;
}

function bibtexKeys(source: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [, type, key] of source.matchAll(
    /@[ \t]{0,8}([A-Za-z]{1,40})\s{0,8}[{(]\s{0,80}([^\s,{}()"=@]{1,300})\s{0,80},/g,
  )) {
    if (!noEntry.test(type!)) keys.add(key!);
  }
  return keys;
}

/** The ids of a list of CSL items, or of one that stands under `references`. */
function idsIn(value: unknown): ReadonlySet<string> | undefined {
  const list = Array.isArray(value) ? value : (value as { references?: unknown } | undefined)?.references;
  if (!Array.isArray(list)) return undefined;
  const ids = list.map((item: unknown) => (item as { id?: unknown } | null)?.id);
  return new Set(ids.filter((id) => typeof id === 'string' || typeof id === 'number').map(String));
}
