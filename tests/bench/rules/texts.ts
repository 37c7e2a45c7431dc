import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../pipeline/package-root.js';
import { composeVolume, languages } from './compose/index.js';
import type { Manuscript } from './manuscript.js';

/** Folder of measuring text beside the project; it need not be there. */
export const shared = path.join(packageRoot, '..', 'shared');

/** The manuscripts of a folder that is a volume. */
export function readVolume(folder: string, origin: Manuscript['origin'], lang?: string): Manuscript[] {
  const manuscripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && path.basename(name) !== 'README.md')
    .sort()
    .map((name): Manuscript => {
      const source = readFileSync(path.join(folder, name), 'utf8');
      const own = path.dirname(path.join(folder, name));
      const beside = readdirSync(own);
      const bibliographies = beside
        .filter((file) => file.endsWith('.bib'))
        .map((file) => readFileSync(path.join(own, file), 'utf8'));
      return {
        path: `${lang ? `${lang}-` : ''}${name.replaceAll('\\', '/')}`,
        lang: lang ?? /^lang: *([\w-]+)/m.exec(source)?.[1] ?? 'zh-CN',
        origin,
        source,
        files: beside,
        citationKeys: bibliographies.flatMap((text) =>
          [...text.matchAll(/^@\w+\{([^,\s]+),/gm)].map((match) => match[1]!),
        ),
        terms: [],
        beside: [],
      };
    });
  return withSiblings(manuscripts);
}

const withSiblings = (volume: Manuscript[]): Manuscript[] =>
  volume.map((one) => ({
    ...one,
    beside: volume.filter((other) => other.path !== one.path && other.lang === one.lang),
  }));

/** Volumes to plant into and to look for false alarms in. The quick ones are only what the project itself contains. */
export function volumes(seed: string, quick: boolean): Manuscript[][] {
  const composed = languages.flatMap((language) =>
    Array.from({ length: quick ? 2 : 6 }, (_, n) => composeVolume(language, `${seed}-${n + 1}`, 2)),
  );
  const sample = readVolume(path.join(packageRoot, 'manuscripts'), 'sample');
  const clean = path.join(shared, 'corpus/clean');
  const edited =
    quick || !existsSync(clean)
      ? []
      : readdirSync(clean).map((lang) => readVolume(path.join(clean, lang), 'clean', lang));
  return [...composed, sample, ...edited];
}
