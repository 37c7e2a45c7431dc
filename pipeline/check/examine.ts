import { traceOf } from '../../lint-rules/facts/index.js';
import type { ManuscriptFacts, Trace } from '../../lint-rules/facts/types.js';
import { factsKey } from './facts-key.js';
import { type Answer, type Beside, resourcesFor } from './resources.js';
import {
  type AloneResult,
  checkAlone,
  type ParsedManuscript,
  parseManuscript,
  type RuleFinding,
  type RuleRunner,
} from './run-rules.js';

/** What the rules found that look beyond the manuscript, and what they were told for that. Plain data. */
export interface InVolumeResult {
  findings: RuleFinding[];
  /** Names the facts that they were given; empty when the volume says nothing about this manuscript. */
  factsKey: string;
  answers: Answer[];
}

/** What a manuscript's text gives by itself. */
export interface TextResult {
  alone: AloneResult;
  trace: Trace;
  manuscript: ParsedManuscript;
}

/** Reads a manuscript and runs the rules that need nothing but its text. */
export async function examineText(path: string, source: string, runner: RuleRunner): Promise<TextResult> {
  const manuscript = await parseManuscript(path, source);
  return { alone: checkAlone(manuscript, runner), trace: traceOf(manuscript.prose, path), manuscript };
}

/** Runs the rules that look beyond the manuscript. `facts`: what the volume says about it, if anything. */
export function examineInVolume(
  manuscript: ParsedManuscript,
  facts: ManuscriptFacts | undefined,
  beside: Beside,
  runner: RuleRunner,
): InVolumeResult {
  const answers: Answer[] = [];
  const resources = resourcesFor(beside, answers, manuscript.findKeys);
  const findings = runner.runVolumeWide(manuscript, facts ?? nothing, resources);
  return { findings, factsKey: factsKey(facts), answers };
}

const nothing: ManuscriptFacts = { passages: [], variants: [], runningHeads: [] };
