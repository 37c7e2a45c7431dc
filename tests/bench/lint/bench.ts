/**
 * `npm run bench:lint`: what linting costs. One text of 322,000 characters as a whole process beside a process that only parses it, and beside other linters;
 * then volumes of 100, 1,000 and 10,000 manuscripts, cold, cached, and cached after one manuscript changed. `bench.js 100,1000` chooses the sizes,
 * `--alone` leaves the other linters out. Ratios are taken within one run, in turns, because machines are noisy; each figure is the best of its runs.
 */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../../pipeline/package-root.js';
import { type Measurement, measure } from '../measure.js';
import { shared } from '../rules/texts.js';
import { fetchOthers } from './others.js';
import { composedText, writeVolume } from './volume.js';

const cli = path.join(packageRoot, 'dist/pipeline/cli.js');
const bareParse = path.join(packageRoot, 'dist/tests/bench/lint/bare-parse.js');
const options = process.argv.slice(2);
const sizes = (options.find((option) => /^\d/.test(option)) ?? '100,1000,10000').split(',').map(Number);
const scratch = mkdtempSync(path.join(tmpdir(), 'galley-bench-'));
// Results that are kept between runs stay in the bench's own folder.
process.env.XDG_CACHE_HOME = path.join(scratch, 'cache');

try {
  await oneText();
  await volumesOf(sizes);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Lints as a process of its own; findings are no failure. */
function lint(...args: string[]): Promise<Measurement> {
  return measure(process.execPath, [cli, 'lint', '--reporter', 'json', '--quiet', ...args], packageRoot, [0, 1]);
}

async function oneText(): Promise<void> {
  const folder = path.join(scratch, 'text');
  mkdirSync(folder);
  const file = path.join(folder, 'text.md');
  const source = path.join(shared, 'source/extract.txt');
  const text = existsSync(source) ? `${readFileSync(source, 'utf8')}\n\n`.repeat(50) : composedText(322_000);
  writeFileSync(file, text);
  const runs: Record<string, Measurement[]> = {};
  const run = async (name: string, measured: Promise<Measurement>) => {
    runs[name] ??= [];
    runs[name].push(await measured);
  };
  for (let turn = 0; turn < 7; turn++) {
    await run('remark-parse alone', measure(process.execPath, [bareParse, file], packageRoot));
    await run('galley lint', lint('--no-cache', '--root', folder, file));
  }
  const others = options.includes('--alone') ? [] : fetchOthers(path.join(scratch, 'others'), path.basename(file));
  for (const { name, args, fine } of others) {
    try {
      for (let turn = 0; turn < 2; turn++) await run(name, measure(process.execPath, args, folder, fine));
    } catch (error) {
      console.error(`${name} is left out: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`);
    }
  }
  const floor = best(runs['remark-parse alone']!);
  console.log(`A text of ${text.length} characters, best of ${runs['galley lint']!.length}:`);
  console.table(
    Object.fromEntries(
      Object.entries(runs).map(([name, all]) => {
        const { seconds, peakMiB } = best(all);
        return [
          name,
          {
            seconds: seconds.toFixed(2),
            'ratio to parsing': (seconds / floor.seconds).toFixed(2),
            'peak MiB': peakMiB.toFixed(0),
          },
        ];
      }),
    ),
  );
  console.log(`Ratio to parsing ${(best(runs['galley lint']!).seconds / floor.seconds).toFixed(2)} (bar 1.5).`);
}

interface VolumeRow {
  size: number;
  characters: number;
  cold: Measurement;
  cached: Measurement;
  changed: Measurement;
}

async function volumesOf(counts: readonly number[]): Promise<void> {
  const rows: VolumeRow[] = [];
  for (const size of counts) {
    const folder = path.join(scratch, `volume-${size}`);
    const characters = writeVolume(folder, size);
    const cold = await lint('--root', folder);
    // What changed a moment ago is looked at again, cache or not.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await lint('--root', folder);
    const cached = await lint('--root', folder);
    appendFileSync(path.join(folder, '00001.md'), '\n这一段是后来添上的，别处没有。\n');
    const changed = await lint('--root', folder);
    rows.push({ size, characters, cold, cached, changed });
    rmSync(folder, { recursive: true, force: true });
  }
  console.log('Volumes:');
  console.table(
    rows.map(({ size, characters, cold, cached, changed }) => ({
      manuscripts: size,
      characters,
      'cold seconds': cold.seconds.toFixed(2),
      'ms a manuscript': ((cold.seconds * 1000) / size).toFixed(2),
      'peak MiB': cold.peakMiB.toFixed(0),
      'cached seconds': cached.seconds.toFixed(2),
      'one changed, seconds': changed.seconds.toFixed(2),
      'to cold': (changed.seconds / cold.seconds).toFixed(3),
      findings: (JSON.parse(cold.stdout) as { messages: unknown[] }[]).reduce(
        (sum, { messages }) => sum + messages.length,
        0,
      ),
    })),
  );
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const growth = last.characters / first.characters;
  const slower = last.cold.seconds / first.cold.seconds;
  console.log(
    `From ${first.size} to ${last.size} manuscripts the text grows ${growth.toFixed(0)} times, the time ${slower.toFixed(1)} times (linear: at most as much). ` +
      `One change at ${last.size}: ${(last.changed.seconds / last.cold.seconds).toFixed(3)} of a cold run (bar 0.1).`,
  );
}

function best(runs: Measurement[]): Measurement {
  return runs.reduce((a, b) => (b.seconds < a.seconds ? b : a));
}
