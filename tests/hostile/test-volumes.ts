import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Book, comparable, readEpub, readPdf } from './books.js';
import type { Built, HostileVolume, Refused } from './hostile-volume.js';
import { build, canary, makePlaces, type Run, secretWidth, surroundingsOf, trap } from './run.js';

const oldVolume = {
  'README.md': 'what was there before',
  'manifest.json': '{"format":"galley-manifest/1","outputs":[]}',
};

/** Builds each of `volumes` with the program as a user runs it, and holds what becomes of it against what must. */
export function testVolumes(title: string, volumes: HostileVolume[]): void {
  describe(title, () => {
    let server: Awaited<ReturnType<typeof trap>>;
    let places: ReturnType<typeof makePlaces> | undefined;

    beforeAll(async () => {
      server = await trap();
    });
    afterEach(() => {
      if (places) rmSync(places.base, { recursive: true, force: true });
      places = undefined;
      server.requests.length = 0;
    });
    afterAll(() => server.close());

    it.each(volumes.map((volume) => [volume.name, volume] as const))(
      '%s',
      async (_, volume) => {
        places = makePlaces();
        mkdirSync(places.output);
        for (const [name, content] of Object.entries(oldVolume)) writeFileSync(path.join(places.output, name), content);
        const outsideBefore = readdirSync(places.outside).sort();
        await volume.make(places.volume, surroundingsOf(places, server.address));

        const baseBefore = readdirSync(places.base).sort();
        const limit = (volume.seconds ?? 30) * 1000;
        const run = await build(places, limit);

        expect(run.exitCode, `${run.stderr}\n${run.stdout}`).toBe(volume.expect.exit);
        expect(run.milliseconds).toBeLessThan(limit);
        expectNoHarm(run, server.requests);
        expect(readdirSync(places.outside).sort()).toEqual(outsideBefore);
        expect(readdirSync(places.base).sort()).toEqual(baseBefore);
        for (const pattern of volume.expect.says ?? []) expect(run.stderr).toMatch(pattern);
        if (volume.expect.exit === 2) expectRefused(run, volume.expect, places);
        else await expectBuilt(volume.expect, places);
      },
      300_000,
    );
  });
}

function expectNoHarm(run: Run, requests: string[]): void {
  const said = run.stdout + run.stderr;
  expect(run.network).toEqual([]);
  expect(requests).toEqual([]);
  expect(run.leftBehind).toEqual([]);
  expect(said).not.toContain(canary);
  expect(said).not.toContain('root:x:');
  expect(said).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(said).not.toMatch(/Galley itself failed/);
  expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

function expectRefused(run: Run, { file, line }: Refused, { output }: { output: string }): void {
  expect(readdirSync(output).sort()).toEqual(Object.keys(oldVolume).sort());
  for (const [name, content] of Object.entries(oldVolume)) {
    expect(readFileSync(path.join(output, name), 'utf8')).toBe(content);
  }
  if (file === undefined) return;
  const places = errorPlaces(run.stderr);
  const wanted = path.posix.join('volume', file);
  expect(places, run.stderr).toContainEqual(
    expect.objectContaining({ path: wanted, ...(line !== undefined && { line }) }),
  );
}

/** Places of the lines `path:line:column  error  sentence`. */
function errorPlaces(stderr: string): { path: string; line?: number }[] {
  return stderr.split('\n').flatMap((text) => {
    const match = /^(.*?)(?::(\d+))?(?::(\d+))? {2}error {2}\S/.exec(text);
    return match ? [{ path: match[1]!, ...(match[2] && { line: Number(match[2]) }) }] : [];
  });
}

async function expectBuilt(expected: Built, { output }: { output: string }): Promise<void> {
  const files = readdirSync(output);
  const named = (extension: string) => {
    const found = files.filter((name) => name.endsWith(extension));
    expect(found).toHaveLength(1);
    return readFileSync(path.join(output, found[0]!));
  };
  const pdf = await readPdf(named('.pdf'));
  const epub = readEpub(named('.epub'));
  for (const book of [pdf, epub]) {
    expectNothingFromOutside(book);
    const text = comparable(book.text);
    for (const wanted of expected.textContains ?? []) expect(text).toContain(comparable(wanted));
    for (const unwanted of expected.textLacks ?? []) expect(text).not.toContain(comparable(unwanted));
  }
  for (const unwanted of expected.epubLacks ?? []) {
    const found = epub.parts.filter((part) =>
      typeof unwanted === 'string' ? part.includes(unwanted) : unwanted.test(part),
    );
    expect(
      found.map((part) => part.slice(0, 2000)),
      String(unwanted),
    ).toEqual([]);
  }
}

export function expectNothingFromOutside({ text, parts }: Book): void {
  for (const part of [text, ...parts]) {
    expect(part.includes(canary)).toBe(false);
    expect(part.includes([...canary].join('\0'))).toBe(false);
    expect(part.includes('root:x:0')).toBe(false);
    expect(part).not.toMatch(new RegExp(`/Width ${secretWidth}\\b`));
  }
}
