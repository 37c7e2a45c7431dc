import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.js';

/**
 * A name for everything that decides on what the rules find in a text: the rules and what runs them, by content, the libraries that they stand on, and
 * Node with its Unicode tables. It changes with any of them, so that a changed rule never meets old results.
 */
export function rulesVersion(): string {
  const hash = createHash('sha256');
  hash.update(`${process.version} ${process.versions.icu} ${process.versions.unicode}`);
  addFolder(hash, fileURLToPath(new URL('../../lint-rules/', import.meta.url)));
  addFolder(hash, fileURLToPath(new URL('./', import.meta.url)));
  for (const name of ['package.json', 'node_modules/.package-lock.json', 'package-lock.json']) {
    try {
      hash.update(readFileSync(path.join(packageRoot, name)));
    } catch {
      // An installed package has none of its own; its dependencies are then those that package.json names.
    }
  }
  return hash.digest('base64url');
}

function addFolder(hash: Hash, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, file);
    else if (!entry.name.endsWith('.map')) hash.update(`\0${entry.name}\0`).update(readFileSync(file));
  }
}
