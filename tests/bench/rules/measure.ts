import path from 'node:path';
import { packageRoot } from '../../../pipeline/package-root.js';
import { type Alarm, alarmsIn } from './alarms.js';
import { type CleanFigures, cleanFigures, type RuleFigures, ruleFigures } from './figures.js';
import { languageOf, type Manuscript } from './manuscript.js';
import { planters } from './planters.js';
import { ruleIds } from './run.js';
import { examineAll, type Outcome } from './score.js';
import { examineSource, type SourceFigures } from './source.js';
import { volumes } from './texts.js';

/** The last recorded figures. */
export const figuresFile = path.join(packageRoot, 'tests/bench/rules/figures.json');

/** Everything that the bench measures. */
export interface Figures {
  rules: RuleFigures;
  clean: Record<string, CleanFigures>;
  /** Where the source text is beside the project. */
  source?: SourceFigures[];
}

export interface Settings {
  quick: boolean;
  seed: string;
  /** Defects for each rule, language and origin of the text. */
  plants?: number | undefined;
  rule?: string | undefined;
  lang?: string | undefined;
  kind?: string | undefined;
}

/** Plants, runs and counts. */
export async function measure(settings: Settings): Promise<{ figures: Figures; outcomes: Outcome[]; alarms: Alarm[] }> {
  const { quick, seed, rule, lang, kind } = settings;
  const all = volumes(seed, quick);
  const alarms: Alarm[] = [];
  for (const volume of all) {
    const chosen = volume.filter((manuscript) => !lang || languageOf(manuscript) === lang);
    alarms.push(...(await alarmsIn(chosen)));
  }
  const outcomes: Outcome[] = [];
  for (const [id, plant] of await planters()) {
    if ((rule && id !== rule) || !ruleIds.includes(id)) continue;
    for (const manuscripts of alike(all.flat())) {
      // What the tests compare must not change when the sample volume is edited.
      if (quick && manuscripts[0]!.origin === 'sample') continue;
      if (lang && languageOf(manuscripts[0]!) !== lang) continue;
      const { origin } = manuscripts[0]!;
      const count = settings.plants ?? plantsFor(origin, quick);
      outcomes.push(
        ...(await examineAll(id, plant, manuscripts, count, `${seed}/${origin}/${languageOf(manuscripts[0]!)}`)),
      );
    }
  }
  const chosen = kind ? outcomes.filter(({ planted }) => planted.kind.includes(kind)) : outcomes;
  const source = quick || rule || lang ? undefined : await examineSource();
  const figures = { rules: ruleFigures(chosen), clean: cleanFigures(alarms), ...(source && { source }) };
  return { figures, outcomes: chosen, alarms };
}

/** The manuscripts by origin and language. */
function alike(manuscripts: Manuscript[]): Manuscript[][] {
  const groups = new Map<string, Manuscript[]>();
  for (const manuscript of manuscripts) {
    const key = `${manuscript.origin} ${languageOf(manuscript)}`;
    groups.set(key, [...(groups.get(key) ?? []), manuscript]);
  }
  return [...groups.values()];
}

function plantsFor(origin: Alarm['origin'], quick: boolean): number {
  if (quick) return 4;
  return { composed: 32, sample: 10, clean: 24 }[origin];
}

/** The small sample that the tests compare with the recorded figures. */
export const measureQuick = () => measure({ quick: true, seed: 'galley' });
