import { readManuscript, readProject } from '../../lint-rules/front-matter/index.js';
import { bibliographyFormats } from '../volume/bibliographies.js';
import { decodeText } from '../volume/text.js';
import { bibliographyKeys } from './bibliography-keys.js';
import type { Ask } from './resources.js';

/** Keys by the hash of the bibliography that defines them: a volume's manuscripts often share one. */
const byContent = new Map<string, ReadonlySet<string> | undefined>();

/**
 * Keys that a manuscript may cite: of the bibliographies that its front matter names, or its MyST project, or that lie in its own folder. `undefined` when
 * one of them cannot be read.
 */
export function citationKeys(source: string, ask: Ask): ReadonlySet<string> | undefined {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const project = projectBeside(ask);
  const named = readManuscript(text, project).frontMatter.bibliography?.map(({ path }) => path);
  const names = named ?? ask.bibliographies();
  const keys = new Set<string>();
  for (const name of names) {
    if (!bibliographyFormats.test(name)) return undefined;
    const content = ask.read(name);
    if (!content) return undefined;
    if (!byContent.has(content.sha256)) {
      const decoded = decodeText(content.bytes);
      byContent.set(content.sha256, 'text' in decoded ? bibliographyKeys(name, decoded.text) : undefined);
    }
    const found = byContent.get(content.sha256);
    if (!found) return undefined;
    for (const key of found) keys.add(key);
  }
  return keys;
}

function projectBeside(ask: Ask) {
  for (const name of ask.hasFolder ? ['myst.yml', 'myst.yaml'] : []) {
    const content = ask.read(name);
    const decoded = content && decodeText(content.bytes);
    if (decoded && 'text' in decoded) return readProject(decoded.text).fields;
  }
  return undefined;
}
