/**
 * `npm run bench`: what a build costs, and how that compares with pandoc and Typst alone and with pandoc and xelatex where they are
 * installed. Ratios are taken within one run, because machines are noisy; each figure is the best of its repetitions.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../pipeline/package-root.js';
import { generateVolume } from './generate.js';
import { type Measurement, measure } from './measure.js';

const sizes = (process.argv[2] ?? '10,100,300').split(',').map(Number);
const scratch = mkdtempSync(path.join(tmpdir(), 'galley-bench-'));
const cli = path.join(packageRoot, 'dist/pipeline/cli.js');
const bare = path.join(packageRoot, 'dist/tests/bench/bare.js');

try {
  const rows = [];
  for (const size of sizes) rows.push(await row(size));
  print(rows);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

interface Row {
  size: number;
  pages: number;
  galley: Measurement;
  bare: Measurement;
  xelatex?: Measurement;
}

async function row(size: number): Promise<Row> {
  const volume = path.join(scratch, `volume-${size}`);
  generateVolume(path.join(packageRoot, 'manuscripts'), volume, size);
  const output = path.join(scratch, `output-${size}`);
  mkdirSync(output);
  const repetitions = size > 100 ? 1 : 2;
  const runs: Measurement[] = [];
  const bares: Measurement[] = [];
  for (let n = 0; n < repetitions; n++) {
    runs.push(
      await measure(
        process.execPath,
        [cli, 'build', '--root', volume, '--output', path.join(output, 'galley'), '--json'],
        packageRoot,
      ),
    );
    bares.push(await measure(process.execPath, [bare, volume, output], packageRoot));
  }
  const galley = best(runs);
  const { pages } = JSON.parse(galley.stdout) as { pages: number };
  const xelatex = await throughXelatex(volume, output);
  return { size, pages, galley, bare: best(bares), ...(xelatex && { xelatex }) };
}

function best(runs: Measurement[]): Measurement {
  return runs.reduce((a, b) => (b.seconds < a.seconds ? b : a));
}

/** The same manuscripts through `pandoc --pdf-engine=xelatex`, with their citations, one PDF, where both are installed. */
async function throughXelatex(volume: string, output: string): Promise<Measurement | undefined> {
  if (!['pandoc', 'xelatex'].every(installed)) return undefined;
  const files = readdirSync(volume, { recursive: true, encoding: 'utf8' }).sort();
  const paths = (extension: string) =>
    files.filter((name) => name.endsWith(extension)).map((name) => path.join(volume, name));
  const manuscripts = paths('.md');
  const args = [
    '--from=markdown-raw_tex',
    '--file-scope',
    '--citeproc',
    // The language of the last manuscript would otherwise be asked of babel, which knows no Chinese.
    '--metadata=lang:en',
    ...paths('.bib').map((file) => `--bibliography=${file}`),
    `--resource-path=${manuscripts.map((file) => path.dirname(file)).join(path.delimiter)}`,
    '--pdf-engine=xelatex',
    '--variable=CJKmainfont:Noto Serif CJK SC',
    `--output=${path.join(output, 'xelatex.pdf')}`,
    ...manuscripts,
  ];
  return measure('pandoc', args, output).catch((fault: Error) => {
    const told = fault.message.split('\n').filter((line) => line && !line.startsWith('[WARNING]'));
    console.error(`xelatex is left out: ${told.slice(-3).join(' ')}`);
    return undefined;
  });
}

function installed(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function print(rows: Row[]): void {
  const table = rows.map(({ size, pages, galley, bare, xelatex }) => ({
    manuscripts: size,
    pages,
    seconds: galley.seconds.toFixed(2),
    'seconds a manuscript': (galley.seconds / size).toFixed(3),
    'peak MiB': galley.peakMiB.toFixed(0),
    'pages a second': (pages / galley.seconds).toFixed(0),
    'bare seconds': bare.seconds.toFixed(2),
    'bare peak MiB': bare.peakMiB.toFixed(0),
    'ratio to bare': (galley.seconds / bare.seconds).toFixed(2),
    ...(xelatex && { 'ratio to xelatex': (galley.seconds / xelatex.seconds).toFixed(2) }),
  }));
  console.table(table);
  const first = rows[0]!;
  const last = rows.at(-1)!;
  const growth = last.size / first.size;
  console.log(
    `From ${first.size} to ${last.size} manuscripts (${growth} times): time ${(last.galley.seconds / first.galley.seconds).toFixed(1)} times, ` +
      `memory ${(last.galley.peakMiB / first.galley.peakMiB).toFixed(1)} times. ` +
      `Ratio to bare at ${last.size}: ${(last.galley.seconds / last.bare.seconds).toFixed(2)} (bar 1.3).`,
  );
}
