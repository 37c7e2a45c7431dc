import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';

/*
 * Part of the build: puts what `galley lint` needs into few files. Finding several hundred small modules takes Node longer than a manuscript takes to
 * check. Everything else stays as it is compiled; so does a checkout that is only compiled, which works the same and starts more slowly.
 */

const dist = fileURLToPath(new URL('../', import.meta.url));

/** Modules that look for files beside themselves go on looking where they were compiled to. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  transform(code, id) {
    if (!id.startsWith(dist) || !code.includes('import.meta.url')) return null;
    const place = JSON.stringify(path.relative(dist, id).split(path.sep).join('/'));
    return code.replaceAll(
      'import.meta.url',
      `(import.meta.url.slice(0, import.meta.url.lastIndexOf('/dist/') + 6) + ${place})`,
    );
  },
};

await rm(path.join(dist, 'pipeline/bundle'), { recursive: true, force: true });
await build({
  input: { cli: path.join(dist, 'pipeline/cli.js'), 'check/worker': path.join(dist, 'pipeline/check/worker.js') },
  platform: 'node',
  // The other commands load what takes far longer than finding it; with them, this one must agree on what a fault is and which children there are.
  external: /\/(?:commands\/(?:build|doctor|fix)|faults|child)\.js$/,
  plugins: [keepPlaces],
  output: {
    dir: path.join(dist, 'pipeline'),
    entryFileNames: '[name].js',
    chunkFileNames: 'bundle/[name].js',
    sourcemap: false,
  },
});
