import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const githubParser = /@actions\/workflow-parser\/.*\.js$/;

export default defineConfig({
  // Its source maps name sources that are not in the package, which Vite would say of each file.
  plugins: [{ name: 'github-parser', load: (id) => (githubParser.test(id) ? readFileSync(id, 'utf8') : undefined) }],
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/network-guard.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/support/closing-line.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // It imports JSON without saying so, which Node refuses and Vite does not.
    server: { deps: { inline: [githubParser] } },
  },
});
