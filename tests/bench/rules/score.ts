import type { OwnRuleId } from '../../../lint-rules/ids.js';
import { acceptable, accompanying } from './acceptable.js';
import { placesIn, type Range } from './blocks.js';
import { languageOf, type Manuscript } from './manuscript.js';
import type { Planted, Planter } from './plant/planting.js';
import { type Random, seeded, shuffled } from './random.js';
import { type Finding, factsFrom, lint, traceFor } from './run.js';

/** What became of one planted defect. */
export interface Outcome {
  rule: OwnRuleId;
  lang: string;
  origin: Manuscript['origin'];
  path: string;
  planted: Planted;
  found: boolean;
  /** Findings that were not there before, on the planted place and rightly so, and the others. */
  right: Finding[];
  wrong: Finding[];
}

/**
 * How many units a finding may lie beside the damage: a rule may point at the word or the mark next to it (a lost character has no width), never at
 * another clause.
 */
const margin = 3;

const touches = (a: Range, b: Range): boolean => a.start <= b.end + margin && b.start <= a.end + margin;

const before = new Map<string, Finding[]>();

/** What the rules say about a manuscript alone, undamaged. */
async function findingsBefore(manuscript: Manuscript): Promise<Finding[]> {
  const known = before.get(manuscript.path);
  if (known) return known;
  const found = await lint(manuscript);
  before.set(manuscript.path, found);
  return found;
}

/** Findings of `after` that were not in `earlier`: the same rule at the same words is the same finding, wherever the words have moved to. */
function newOnes(earlier: readonly Finding[], after: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  const key = ({ ruleId, text }: Finding) => `${ruleId}\n${text}`;
  for (const finding of earlier) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const count = left.get(key(finding)) ?? 0;
    left.set(key(finding), count - 1);
    return count <= 0;
  });
}

/** Plants one defect of a rule's kind, runs every rule, and tells what they made of it. */
export async function examine(
  rule: OwnRuleId,
  plant: Planter,
  manuscript: Manuscript,
  random: Random,
): Promise<Outcome | undefined> {
  const planted = plant(manuscript, random);
  if (!planted) return undefined;
  const damaged = { ...manuscript, source: planted.source };
  const beside = planted.beside ?? [];
  const files = [
    { manuscript: damaged, original: manuscript, ranges: planted.ranges },
    ...beside.map((one) => ({ ...one, original: one.manuscript })),
  ];
  const facts = factsFrom(await Promise.all(files.map((file) => traceFor(file.manuscript))));
  const outcome: Outcome = {
    rule,
    lang: languageOf(manuscript),
    origin: manuscript.origin,
    path: manuscript.path,
    planted,
    found: false,
    right: [],
    wrong: [],
  };
  const finds = acceptable(rule, planted);
  const accompany = accompanying(rule);
  for (const file of files) {
    const after = await lint(file.manuscript, facts.get(file.manuscript.path));
    const wide = paragraphsOf(file.manuscript.source, file.ranges);
    for (const finding of newOnes(await findingsBefore(file.original), after)) {
      const onPlace = file.ranges.some((range) => touches(range, finding));
      if (onPlace && finds.includes(finding.ruleId)) outcome.found = true;
      const right =
        (onPlace && finds.includes(finding.ruleId)) ||
        (accompany.includes(finding.ruleId) && wide.some((range) => touches(range, finding)));
      (right ? outcome.right : outcome.wrong).push(finding);
    }
  }
  return outcome;
}

/** The blocks that some ranges touch, whole. */
function paragraphsOf(source: string, ranges: readonly Range[]): Range[] {
  return [...ranges, ...placesIn(source).filter((place) => ranges.some((range) => touches(range, place)))];
}

/** Plants so many defects of a rule's kind into the manuscripts, in an order that depends on the seed. */
export async function examineAll(
  rule: OwnRuleId,
  plant: Planter,
  manuscripts: readonly Manuscript[],
  count: number,
  seed: string,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const order = shuffled(seeded(`${seed}/${rule}`), manuscripts);
  for (let attempt = 0; attempt < count * 3 && outcomes.length < count; attempt++) {
    const manuscript = order[attempt % order.length];
    if (!manuscript) break;
    const outcome = await examine(rule, plant, manuscript, seeded(`${seed}/${rule}/${manuscript.path}/${attempt}`));
    if (outcome) outcomes.push(outcome);
  }
  return outcomes;
}
