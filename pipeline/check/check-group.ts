import { createHash } from 'node:crypto';
import type { Earlier } from '../../lint-rules/facts/index.js';
import type { ManuscriptFacts, Trace } from '../../lint-rules/facts/types.js';
import type { InVolumeResult } from './examine.js';
import type { Examiner } from './examiner.js';
import { factsKey } from './facts-key.js';
import type { KnownVolume } from './known.js';
import { stillTrue } from './resources.js';
import type { AloneResult } from './run-rules.js';
import type { Target } from './selection.js';
import type { Sources } from './sources.js';

/** Everything that the rules found in one manuscript. */
export interface Checked {
  path: string;
  alone: AloneResult;
  inVolume: InVolumeResult;
}

export interface Group {
  /** Manuscripts that are compared with each other, in their order. */
  targets: readonly Target[];
  sources: Sources;
  examiner: Examiner;
  /** What an earlier run found out; what this one does is put in. */
  known: KnownVolume;
}

/** What a volume says about its manuscripts, by path; those are left out about which it says nothing. */
type Facts = ReadonlyMap<string, ManuscriptFacts>;

/**
 * Runs the rules over manuscripts that belong together: first what each text gives by itself, then what all of them say about each, then the rules that
 * need that. Returns what was asked for, and whether anything had to be found out.
 */
export async function checkGroup(group: Group): Promise<{ checked: Checked[]; news: boolean }> {
  const { targets, sources, examiner, known } = group;
  let news = await examineTexts(group);
  const wanted = targets.filter((target) => target.wanted);
  const isStale = (target: Target) => {
    const { inVolume } = known.entries.get(target.path)!;
    return !inVolume || !stillTrue(inVolume.answers, target);
  };
  const key = textsKey(group);
  if (known.textsKey !== key || wanted.some(isStale)) {
    news = true;
    const facts = (await factsAbout(group)) ?? (await factsAnew(group));
    for (const { path } of targets) {
      const entry = known.entries.get(path)!;
      if (entry.inVolume?.factsKey !== factsKey(facts.get(path))) delete entry.inVolume;
    }
    known.textsKey = key;
    const stale = wanted.filter(isStale);
    const results = await examiner.inVolume(
      stale.map((target) => ({ target, facts: facts.get(target.path), source: sources.text(target.path) })),
    );
    stale.forEach(({ path }, index) => {
      known.entries.get(path)!.inVolume = results[index]!;
    });
  }
  const checked = wanted.map(({ path }): Checked => {
    const { alone, inVolume } = known.entries.get(path)!;
    return { path, alone, inVolume: inVolume! };
  });
  return { checked, news };
}

/** Examines the texts that are new or have changed, forgets those that are gone, and says whether there were any. */
async function examineTexts({ targets, sources, examiner, known }: Group): Promise<boolean> {
  const { entries } = known;
  const there = new Set(targets.map(({ path }) => path));
  const gone = [...entries.keys()].filter((path) => !there.has(path));
  for (const path of gone) entries.delete(path);
  // One that is gone and comes back would pass for unchanged.
  if (gone.length > 0) delete known.shared;
  const changed = targets.filter(({ path }) => entries.get(path)?.sha256 !== sources.seen(path).sha256);
  const outcomes = await examiner.texts(changed.map((target) => ({ target, source: sources.text(target.path) })));
  changed.forEach(({ path }, index) => {
    const before = entries.get(path)?.trace;
    known.former ??= new Map();
    if (before && !known.former.has(path)) known.former.set(path, before);
    entries.set(path, { ...sources.seen(path), ...outcomes[index]! });
  });
  let restamped = false;
  for (const { path } of targets) {
    const entry = entries.get(path)!;
    const { stamp } = sources.seen(path);
    restamped ||= entry.stamp !== stamp;
    entry.stamp = stamp;
  }
  return changed.length + gone.length > 0 || restamped;
}

function textsKey({ targets, sources }: Group): string {
  const hash = createHash('sha256');
  for (const { path } of targets) hash.update(`${path}\0${sources.seen(path).sha256}\0`);
  return hash.digest('base64url');
}

/** What the manuscripts say about each other; `undefined` when what an earlier run kept for that is damaged. */
async function factsAbout({ targets, known }: Group): Promise<Facts | undefined> {
  const { factsSince, unpackTrace } = await import('../../lint-rules/facts/index.js');
  const whole = (trace: Trace | Uint8Array) => (trace instanceof Uint8Array ? unpackTrace(trace) : trace);
  const traces: Trace[] = [];
  for (const { path } of targets) {
    const trace = whole(known.entries.get(path)!.trace);
    if (trace?.path !== path) return undefined;
    traces.push(trace);
  }
  const { facts, shared } = factsSince(traces, earlierRun(traces, known, whole));
  known.shared = { paths: traces.map(({ path }) => path), list: shared };
  delete known.former;
  for (const [path, { passages, variants, runningHeads, uses }] of facts) {
    if (passages.length + variants.length + runningHeads.length === 0 && !uses) facts.delete(path);
  }
  return facts;
}

/** What an earlier run found out, when it was about the same manuscripts. */
function earlierRun(
  traces: readonly Trace[],
  { shared, former = new Map() }: KnownVolume,
  whole: (trace: Trace | Uint8Array) => Trace | undefined,
): Earlier | undefined {
  if (shared?.paths.length !== traces.length || shared.paths.some((path, index) => path !== traces[index]!.path))
    return undefined;
  const changed = new Map<number, Trace>();
  for (const [index, path] of shared.paths.entries()) {
    const trace = former.get(path);
    const before = trace && whole(trace);
    if (trace && !before) return undefined;
    if (before) changed.set(index, before);
  }
  return { shared: shared.list, changed };
}

async function factsAnew(group: Group): Promise<Facts> {
  group.known.entries.clear();
  delete group.known.shared;
  await examineTexts(group);
  return (await factsAbout(group))!;
}
