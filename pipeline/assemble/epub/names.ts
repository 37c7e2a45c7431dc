import { createHash } from 'node:crypto';

/**
 * File names for identifiers, in the order given: the identifier itself where it is plain ASCII, else what of it is, with a digest.
 * No two are equal where case does not count, as in the file systems that books are unpacked to.
 */
export function fileNames(ids: string[]): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const plain = /^[A-Za-z][A-Za-z0-9_-]{0,60}$/.test(id) && !taken.has(id.toLowerCase());
    const name = plain ? id : digested(id);
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}

function digested(id: string): string {
  const readable = id.replace(/[^A-Za-z0-9]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 10);
  return `${readable.slice(0, 40) || 'm'}-${digest}`;
}
