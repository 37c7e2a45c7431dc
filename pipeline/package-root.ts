import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function find(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : find(path.dirname(folder));
}

/** Absolute path of Galley's own package, from source and from `dist/` alike. */
export const packageRoot = find(path.dirname(fileURLToPath(import.meta.url)));
