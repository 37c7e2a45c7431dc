import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';

/*
 * Part of the build: puts what `galley lint` needs into few files. Finding several hundred small modules takes Node longer than a manuscript takes to
 * check. Everything else stays as it is compiled; so does a checkout that is only compiled, which works the same and starts more slowly.
 */

const dist = fileURLToPath(new URL('../', import.meta.url));
const inDist = (file: string) => path.join(dist, file);

/** Modules that look for files beside themselves go on looking where they were compiled to. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  transform(code, id) {
    if (!id.startsWith(dist) || !code.includes('import.meta.url')) return null;
    const place = JSON.stringify(path.relative(dist, id).split(path.sep).join('/'));
    return code.replaceAll('import.meta.url', `(dist + ${place})`);
  },
};

/** The other commands load what takes far longer than finding it: they stay as they are compiled, and whoever runs the script loads them. */
const otherCommands: Plugin = {
  name: 'other-commands',
  transform: (code, id) =>
    id === inDist('pipeline/cli.js')
      ? code.replace(/^#!.*/, '').replace(/\bimport\((?='\.\/commands\/(?!lint\.))/g, 'load(')
      : null,
};

/** What a rule's page says is not what the program does: of that it takes the line that sums the rule up. */
const summariesOnly: Plugin = {
  name: 'summaries-only',
  transform(code, id) {
    if (!id.startsWith(inDist('lint-rules')) || !code.includes('export const documentation')) return null;
    const pages = this.parse(code).body.flatMap((statement) =>
      statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
        ? statement.declaration.declarations
        : [],
    );
    const page = pages.find(({ id: name }) => name.type === 'Identifier' && name.name === 'documentation')?.init;
    if (page?.type !== 'ObjectExpression') throw new Error(`${id} documents its rule in another way than the others`);
    const summary = page.properties.find(
      (property) =>
        property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'summary',
    )!;
    return `${code.slice(0, page.start)}{ ${code.slice(summary.start, summary.end)} }${code.slice(page.end)}`;
  },
};

/** A program's text with its strings and patterns in ASCII: a text of bytes is read and kept as it lies in the file. */
const inAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const script = inDist('pipeline/bundle/cli.cjs');

await rm(inDist('pipeline/bundle'), { recursive: true, force: true });
await build({
  input: inDist('pipeline/program.js'),
  platform: 'node',
  // All commands must agree on what a fault is, and on which processes there are.
  external: /\/(?:faults|process-groups)\.js$/,
  plugins: [summariesOnly, keepPlaces, otherCommands],
  // One script, since of modules V8's code cannot be kept.
  output: { file: script, format: 'cjs', codeSplitting: false, sourcemap: false },
});
await writeFile(script, inAscii(await readFile(script, 'utf8')), 'latin1');
await copyFile(inDist('pipeline/precompiled-cli.js'), inDist('pipeline/cli.js'));
await copyFile(inDist('pipeline/check/precompiled-worker.js'), inDist('pipeline/check/worker.js'));
