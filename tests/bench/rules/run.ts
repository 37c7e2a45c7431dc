import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import { factsOf, traceOf } from '../../../lint-rules/facts/index.js';
import type { ManuscriptFacts, Trace } from '../../../lint-rules/facts/types.js';
import { type OwnRuleId, ownRules, type RuleModule, ruleModules, severities } from '../../../lint-rules/index.js';
import { loadReader } from '../../../lint-rules/manuscript-front-matter.js';
import type { RuleData, RuleMessage } from '../../../lint-rules/rule.js';
import { settleFindings } from '../../../lint-rules/settle.js';
import { proseOf } from '../../../lint-rules/text/prose.js';
import { explainUpstream, upstreamPlugins } from '../../../lint-rules/upstream.js';
import { parserFor } from '../../../pipeline/check/parse.js';
import type { Range } from './blocks.js';
import type { Manuscript } from './manuscript.js';

/** What a rule said, after one event was made one finding. */
export interface Finding extends Range {
  ruleId: string;
  kind?: string;
  message: string;
  /** What stands at the place. */
  text: string;
}

/** Whether a finding fails a run: errors and warnings do. */
export const isGate = (ruleId: string): boolean => (severities as Record<string, string>)[ruleId] !== 'advice';

/** The rules that are there, by id; those that the preset does not have yet are taken from their files. */
async function rulesThatExist(): Promise<Map<OwnRuleId, Plugin>> {
  const rules = new Map<OwnRuleId, Plugin>();
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  for (const id of Object.keys(ownRules) as OwnRuleId[]) {
    const known = ruleModules[id];
    const url = new URL(`../../../lint-rules/${id}.${extension}`, import.meta.url);
    if (known) rules.set(id, known.default as Plugin);
    else if (existsSync(fileURLToPath(url))) {
      try {
        rules.set(id, ((await import(/* @vite-ignore */ url.href)) as RuleModule).default as Plugin);
      } catch (error) {
        console.error(`${id} is left out: ${(error as Error).message}`);
      }
    }
  }
  return rules;
}

const rules = await rulesThatExist();
/** Ids of the rules that could be run. */
export const ruleIds: readonly OwnRuleId[] = [...rules.keys()];

const processors = [...rules, ...(Object.entries(upstreamPlugins) as [string, Plugin][])].map(([id, plugin]) => ({
  id,
  processor: unified().use(plugin).freeze(),
}));

/** Runs every rule. One that throws is said once, and finds nothing in this manuscript: the others' figures are of use all the same. */
function runAll(tree: Root, file: VFile): void {
  for (const { id, processor } of processors) {
    processor.runSync(tree, file);
    // What a rule throws becomes a message; its own messages say what kind they are of.
    const fault =
      rules.has(id as OwnRuleId) && file.messages.find((one) => one.ruleId === id && !(one as RuleMessage).kind);
    if (!fault) continue;
    file.messages = file.messages.filter(({ ruleId }) => ruleId !== id);
    if (!faulty.has(id)) console.error(`${id} threw on ${file.path}:`, fault.cause ?? fault);
    faulty.add(id);
  }
}

const faulty = new Set<string>();

const trees = new Map<string, Root>();

/** The tree and the prose of a manuscript; the last ones are kept, since each is read for the volume's facts and for its own findings. */
async function read({ path, source }: Pick<Manuscript, 'path' | 'source'>) {
  await loadReader();
  const file = new VFile({ value: source, path });
  const tree = trees.get(source) ?? (await parserFor(source))(file);
  if (trees.size > 200) trees.clear();
  trees.set(source, tree);
  return { file, tree, prose: proseOf(tree, file) };
}

/** What a manuscript contributes to the facts of its volume. */
export async function traceFor(manuscript: Pick<Manuscript, 'path' | 'source'>): Promise<Trace> {
  return traceOf((await read(manuscript)).prose, manuscript.path);
}

/** What the volume of these traces says about each manuscript. */
export const factsFrom = (traces: Trace[]): Map<string, ManuscriptFacts> => factsOf(traces);

/** Lints one manuscript with every rule, as `galley lint` does. Without facts it is a volume of its own. */
export async function lint(manuscript: Manuscript, facts?: ManuscriptFacts): Promise<Finding[]> {
  const { tree, prose, file } = await read(manuscript);
  const { files, citationKeys, source } = manuscript;
  const data: RuleData = {
    resources: {
      exists: (path) => files.includes(path.replace(/^\.\//, '')) || path === 'references.bib' || path.endsWith('.bib'),
      citationKeys: new Set(citationKeys),
    },
    terms: [...manuscript.terms],
    ...(facts && { facts }),
  };
  file.data.galley = data;
  runAll(tree, file);
  explainUpstream(tree, file);
  const found = (file.messages as RuleMessage[]).map((message): Finding => {
    const place = message.place && 'start' in message.place ? message.place : undefined;
    const start = place?.start.offset ?? 0;
    const end = place?.end.offset ?? start;
    const { ruleId = '', kind, reason } = message;
    return { ruleId: ruleId ?? '', start, end, message: reason, text: source.slice(start, end), ...(kind && { kind }) };
  });
  return settleFindings(found, prose.blocks).sort((a, b) => a.start - b.start);
}
