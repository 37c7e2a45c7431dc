import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { packageRoot } from '../package-root.js';
import { galleyVersion, versionIn } from '../version.js';
import type { PandocDoor } from './pandoc.js';

export interface Tool {
  name: string;
  version: string;
}

const require = createRequire(import.meta.url);

/** The oldest Node that Galley runs on, as its package says. */
export function oldestNode(): string {
  const { engines } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  return engines.node.replace(/^>=\s*/, '');
}

/** The version of the binding to Typst, which contains Typst itself. */
export function typstBindingVersion(): string {
  return versionIn(require.resolve('@myriaddreamin/typst-ts-node-compiler/package.json'));
}

/** The programs whose versions decide the bytes of a volume. */
export function toolsOf(pandoc: Pick<PandocDoor, 'kind' | 'version'>): Tool[] {
  return [
    { name: 'galley', version: galleyVersion() },
    { name: pandoc.kind === 'embedded' ? 'pandoc (embedded)' : 'pandoc', version: pandoc.version },
    { name: 'typst-ts-node-compiler', version: typstBindingVersion() },
  ];
}
