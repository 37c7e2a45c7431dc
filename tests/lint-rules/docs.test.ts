import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf } from '../../lint-rules/docs/figures.js';
import { pages } from '../../lint-rules/docs/generate.js';
import { packageRoot } from '../../pipeline/package-root.js';

const recorded = readFileSync(path.join(packageRoot, 'tests/bench/rules/figures.json'), 'utf8');

test.each([...pages(figuresOf(recorded))])('%s is what “npm run docs:rules” makes of the rules', (name, text) => {
  expect(readFileSync(path.join(packageRoot, 'lint-rules', name), 'utf8')).toBe(text);
});
