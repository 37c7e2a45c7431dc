import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fontFiles } from '../../pipeline/assemble/pdf/fonts.js';
import { doctor } from '../../pipeline/commands/doctor.js';
import { script } from '../assemble/pandoc/jobs.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'galley-doctor-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function run(env: NodeJS.ProcessEnv, language: 'en' | 'zh' = 'en') {
  const lines: string[] = [];
  const code = await doctor((line) => lines.push(line), language, env);
  return { code, lines, text: lines.join('\n') };
}

it('names every tool and font with its version when all is there', async () => {
  const { code, lines, text } = await run({ GALLEY_PANDOC: 'embedded' });
  expect(code).toBe(0);
  expect(lines.slice(0, 4)).toEqual([
    expect.stringMatching(/^✔ Galley \d+\.\d+\.\d+$/),
    `✔ Node ${process.versions.node}`,
    expect.stringMatching(/^✔ pandoc 3\.\d+, embedded$/),
    expect.stringMatching(/^✔ Typst 0\.\d+\.\d+, in process \(typst-ts-node-compiler \d+\.\d+\.\d+\)$/),
  ]);
  for (const { family, package: name, version } of fontFiles) {
    expect(
      lines.some((line) => line.includes(family) && line.includes(`${name} ${version}`)),
      family,
    ).toBe(true);
  }
  expect(text).not.toContain('✘');
  expect(lines.at(-1)).toBe('All that a build needs is here.');
});

it('says why the pandoc on the PATH is passed over, which is no fault', async () => {
  const old = script(scratch, '#!/bin/sh\necho pandoc 2.17.1.1\n');
  const env = { PATH: `${path.dirname(old)}${path.delimiter}${process.env.PATH}` };
  const { code, text } = await run(env);
  expect(code).toBe(0);
  expect(text).toContain(
    `The pandoc on the PATH is passed over: ${old} is version 2.17.1.1, and 3.2 or newer is needed.`,
  );
  expect((await run(env, 'zh')).text).toContain(`没有用 PATH 上的 pandoc：${old} 的版本是 2.17.1.1`);
});

it('a pandoc that was asked for and is missing is a fault', async () => {
  const { code, lines } = await run({ GALLEY_PANDOC: '/no/such/pandoc' });
  expect(code).toBe(2);
  expect(lines.filter((line) => line.startsWith('✘'))).toEqual([
    expect.stringContaining('GALLEY_PANDOC asks for “/no/such/pandoc”, which cannot be used'),
  ]);
  expect(lines.at(-1)).toBe('One thing is missing or wrong; see ✘ above.');
});

it('a pandoc that says a good version but does no work is a fault', async () => {
  const idle = script(
    scratch,
    '#!/bin/sh\nif [ "$1" = --version ]; then echo pandoc 3.10; else echo no luck >&2; exit 1; fi\n',
  );
  const { code, lines } = await run({ PATH: process.env.PATH, GALLEY_PANDOC: idle });
  expect(code).toBe(2);
  expect(lines.filter((line) => line.startsWith('✘'))).toEqual(['✘ Pandoc could not read this: no luck']);
});
