import { realDefects } from './judged.js';
import { languageOf, type Manuscript } from './manuscript.js';
import { type Finding, factsFrom, lint, traceFor } from './run.js';

/** What the rules say about a manuscript in which nothing was planted. */
export interface Alarm {
  path: string;
  source: string;
  lang: string;
  origin: Manuscript['origin'];
  /** Code points of its source. */
  characters: number;
  findings: Finding[];
}

/** Whether someone judged this finding to be right. */
export function isReal({ path, source, origin }: Alarm, { ruleId, start }: Finding): boolean {
  if (origin !== 'clean') return false;
  const line = source.slice(0, start).split('\n');
  return realDefects.has(`${ruleId} ${path}:${line.length}:${line.at(-1)!.length + 1}`);
}

/** Lints a whole volume as it is. */
export async function alarmsIn(volume: readonly Manuscript[]): Promise<Alarm[]> {
  const facts = factsFrom(await Promise.all(volume.map(traceFor)));
  const alarms: Alarm[] = [];
  for (const manuscript of volume) {
    const { path, source, origin } = manuscript;
    const findings = await lint(manuscript, facts.get(path));
    alarms.push({ path, source, origin, lang: languageOf(manuscript), characters: [...source].length, findings });
  }
  return alarms;
}
