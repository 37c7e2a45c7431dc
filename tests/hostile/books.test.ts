import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readEpub, readPdf } from './books.js';
import { paper, write } from './hostile-volume.js';
import { build, canary, makePlaces, secretWidth } from './run.js';
import { expectNothingFromOutside } from './test-volumes.js';

it('a secret that is in a book is found there, as text and as a picture', async () => {
  const places = makePlaces();
  try {
    write(places.volume, { 'paper.md': paper(`Text with ${canary}.\n\n![A figure](secret.png)`) });
    copyFileSync(path.join(places.outside, 'secret.png'), path.join(places.volume, 'secret.png'));
    const run = await build(places, 60_000);
    expect(run.exitCode, run.stderr).toBe(0);
    const read = (extension: string) => {
      const name = readdirSync(places.output).find((file) => file.endsWith(extension))!;
      return readFileSync(path.join(places.output, name));
    };
    const pdf = await readPdf(read('.pdf'));
    const epub = readEpub(read('.epub'));
    expect(pdf.text.replace(/\s/g, '')).toContain(canary);
    expect(pdf.parts.some((part) => part.includes(`/Width ${secretWidth}`))).toBe(true);
    expect(epub.text).toContain(canary);
    for (const book of [pdf, epub]) expect(() => expectNothingFromOutside(book)).toThrow();
  } finally {
    rmSync(places.base, { recursive: true, force: true });
  }
});
