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
