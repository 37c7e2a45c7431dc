import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../pipeline/package-root.js';
import type { Surroundings } from './hostile-volume.js';
import { paper, volumeFile } from './hostile-volume.js';
import { greyPng } from './pictures.js';

/** Stands in every file that no volume may reach. */
export const canary = 'CanaryOutsideTheVolume';

/** Width of the picture that no volume may reach. */
export const secretWidth = 1237;

export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
  /** What the program asked of the network. */
  network: string[];
  /** Processes that outlived it. */
  leftBehind: string[];
}

/** A folder with the places of one run: `volume` to be built, `output`, and `outside` with the secrets. */
export function makePlaces(): { base: string; volume: string; output: string; outside: string } {
  const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'galley-hostile-')));
  const places = {
    base,
    volume: path.join(base, 'volume'),
    output: path.join(base, 'output'),
    outside: path.join(base, 'outside'),
  };
  mkdirSync(places.volume);
  mkdirSync(places.outside);
  for (const [name, content] of Object.entries({
    'secret.txt': canary,
    'secret.tex': canary,
    'secret.typ': canary,
    'secret.bib': `@book{secret, title = {${canary}}, author = {{An Institute}}, year = 2020}\n`,
    'secret.csl': `<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>${canary}</title></info></style>`,
    'secret.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>${canary}</title></svg>`,
    'secret.png': greyPng(secretWidth, 41, { text: canary }),
    'paper.md': paper(canary),
    'volume.yml': volumeFile.replace('A hostile volume', canary),
  })) {
    writeFileSync(path.join(places.outside, name), content);
  }
  return places;
}

/** Runs `galley build` as a user does, with no way to the network, and ends it when `limit` milliseconds are over. */
export async function build(places: ReturnType<typeof makePlaces>, limit: number): Promise<Run> {
  const log = `${places.base}-network.log`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(packageRoot, 'dist/pipeline/cli.js'), 'build', '--root', places.volume, '--output', places.output],
    {
      cwd: places.base,
      env: {
        ...process.env,
        GALLEY_LANG: 'en',
        GALLEY_PANDOC: 'embedded',
        GALLEY_TEST_NETWORK_LOG: log,
        GALLEY_TEST_LOOPBACK: '',
        NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, '../support/no-network.mjs'))}`,
        NODE_NO_WARNINGS: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    stderr += data;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  const milliseconds = performance.now() - started;
  const leftBehind = await processesIn(places.base);
  const network = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  rmSync(log, { force: true });
  return { exitCode, stdout, stderr, milliseconds, network, leftBehind };
}

/** Processes that work in `folder`; those that are about to end get a second for it. Nothing where there is no /proc. */
async function processesIn(folder: string): Promise<string[]> {
  const find = () =>
    (existsSync('/proc') ? readdirSync('/proc') : []).filter((pid) => {
      if (!/^\d+$/.test(pid)) return false;
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    });
  for (let round = 0; round < 10 && find().length > 0; round++) await pause(100);
  const left = find();
  for (const pid of left) process.kill(Number(pid), 'SIGKILL');
  return left;
}

/** A server that a hostile volume names, and the requests that reached it: there must be none. */
export async function trap(): Promise<{ address: string; requests: string[]; close(): void }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end(canary);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => server.close(),
  };
}

export function surroundingsOf(places: ReturnType<typeof makePlaces>, server: string): Surroundings {
  return { outside: places.outside, relative: '../outside', server };
}
