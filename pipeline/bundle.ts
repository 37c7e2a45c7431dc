import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';

/*
 * Part of the build: puts what `galley lint` needs into few files. Finding several hundred small modules takes Node longer than a manuscript takes to
 * check. Everything else stays as it is compiled; so does a checkout that is only compiled, which works the same and starts more slowly.
 */

const dist = fileURLToPath(new URL('../', import.meta.url));
const inDist = (file: string) => path.join(dist, file);

/** Modules that look for files beside themselves go on looking where they were compiled to. `root`: an expression for the address of `dist/`. */
const keepPlaces = (root: string): Plugin => ({
  name: 'keep-places',
  transform(code, id) {
    if (!id.startsWith(dist) || !code.includes('import.meta.url')) return null;
    const place = JSON.stringify(path.relative(dist, id).split(path.sep).join('/'));
    return code.replaceAll('import.meta.url', `(${root} + ${place})`);
  },
});

/** The other commands load what takes far longer than finding it: they stay as they are compiled, and whoever runs the script loads them. */
const otherCommands: Plugin = {
  name: 'other-commands',
  transform: (code, id) =>
    id === inDist('pipeline/cli.js')
      ? code.replace(/^#!.*/, '').replace(/\bimport\((?='\.\/commands\/(?!lint\.))/g, 'load(')
      : null,
};

await rm(inDist('pipeline/bundle'), { recursive: true, force: true });
await build({
  input: { 'check/worker': inDist('pipeline/check/worker.js') },
  platform: 'node',
  plugins: [keepPlaces(`import.meta.url.slice(0, import.meta.url.lastIndexOf('/dist/') + 6)`)],
  output: {
    dir: inDist('pipeline'),
    entryFileNames: '[name].js',
    chunkFileNames: 'bundle/[name].js',
    sourcemap: false,
  },
});
await build({
  input: inDist('pipeline/cli.js'),
  platform: 'node',
  // All commands must agree on what a fault is, and on which children there are.
  external: /\/(?:faults|child)\.js$/,
  plugins: [keepPlaces('dist'), otherCommands],
  // One script, since of modules V8's code cannot be kept.
  output: { file: inDist('pipeline/bundle/cli.cjs'), format: 'cjs', codeSplitting: false, sourcemap: false },
});
await copyFile(inDist('pipeline/precompiled-cli.js'), inDist('pipeline/cli.js'));
