import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a volume of `count` manuscripts into `folder`: the sample's in turn, each copy with an identifier, a title and a text of
 * its own, so that nothing is read or laid out only once.
 */
export function generateVolume(sample: string, folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const originals = readdirSync(sample)
    .filter((name) => name !== 'volume.yml' && name !== 'README.md' && !name.startsWith('.'))
    .sort();
  for (let n = 0; n < count; n++) {
    const original = path.join(sample, originals[n % originals.length]!);
    const id = `m${String(n + 1).padStart(4, '0')}`;
    const copy = path.join(folder, id);
    mkdirSync(copy);
    if (statSync(original).isDirectory()) cpSync(original, copy, { recursive: true });
    else cpSync(original, path.join(copy, path.basename(original)));
    vary(copy, n + 1);
  }
  writeFileSync(path.join(folder, 'volume.yml'), 'title: Bench\nlang: zh-CN\ndate: 2026-01-01\n');
}

function vary(folder: string, n: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.endsWith('.md')) {
      const text = readFileSync(file, 'utf8').replace(/^title: *(['"]?)/m, `title: $1${n}. `);
      writeFileSync(file, `${text}\n\n第${n}份样本的最后一段，与别的样本不同。Copy number ${n} ends here.\n`);
    } else if (name.endsWith('.bib')) writeFileSync(file, `${readFileSync(file, 'utf8')}\n% ${n}\n`);
  }
}
