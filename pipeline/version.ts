import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './package-root.js';

/** The version that a package's own package.json states. */
export function versionIn(packageFile: string): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}

/** Galley's own version. */
export function galleyVersion(): string {
  return versionIn(path.join(packageRoot, 'package.json'));
}
