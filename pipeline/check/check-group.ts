import { createHash } from 'node:crypto';
import type { Before } from '../../lint-rules/facts/index.js';
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

/** What a volume says about some of its manuscripts, by path; `undefined` of those about which it says nothing. */
type Facts = ReadonlyMap<string, ManuscriptFacts | undefined>;

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
  const stale = new Set(wanted.filter(isStale).map(({ path }) => path));
  const key = textsKey(group);
  if (known.textsKey !== key || stale.size > 0) {
    news = true;
    const facts = await factsAbout(group, stale);
    for (const [path, told] of facts) {
      const entry = known.entries.get(path)!;
      if (entry.inVolume?.factsKey !== factsKey(told)) delete entry.inVolume;
    }
    known.textsKey = key;
    const again = wanted.filter(({ path }) => stale.has(path) || !known.entries.get(path)!.inVolume);
    const results = await examiner.inVolume(
      again.map((target) => ({ target, facts: facts.get(target.path), source: sources.text(target.path) })),
    );
    again.forEach(({ path }, index) => {
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
  if (gone.length > 0) delete known.foundOut;
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
  const texts = targets.map(({ path }) => `${path}\0${sources.seen(path).sha256}\0`);
  return createHash('sha256').update(texts.join('')).digest('base64url');
}

/** What the manuscripts say about each other: about those that are `asked` for, and those for which it may be something else than before. */
async function factsAbout({ targets, known }: Group, asked: ReadonlySet<string>): Promise<Facts> {
  const { factsSince } = await import('../../lint-rules/facts/index.js');
  const traces = targets.map(({ path }) => known.entries.get(path)!.trace);
  const { facts, foundOut } = factsSince(traces, earlierRun(traces, known), asked);
  known.foundOut = { ...foundOut, paths: traces.map(({ path }) => path) };
  delete known.former;
  return new Map([...facts].map(([path, told]) => [path, saysNothing(told) ? undefined : told]));
}

const saysNothing = ({ passages, variants, runningHeads, uses }: ManuscriptFacts): boolean =>
  passages.length + variants.length + runningHeads.length === 0 && !uses;

/** What an earlier run found out, when it was about the same manuscripts. */
function earlierRun(traces: readonly Trace[], { foundOut, former = new Map() }: KnownVolume): Before | undefined {
  if (foundOut?.paths.length !== traces.length) return undefined;
  if (foundOut.paths.some((path, index) => path !== traces[index]!.path)) return undefined;
  const changed = new Map<number, Trace>();
  for (const [index, path] of foundOut.paths.entries()) {
    const before = former.get(path);
    if (before) changed.set(index, before);
  }
  return { ...foundOut, changed };
}
