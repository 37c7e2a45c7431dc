import { join } from 'node:path';
import type { Locale } from '../../lint-rules/text/language.js';
import { error, type Fault, InputError } from '../faults.js';
import type { Language } from '../messages/index.js';
import { defaultLimits, type Limits } from '../volume/limits.js';
import { type Checked, checkGroup } from './check-group.js';
import { type Concluded, conclude } from './conclude.js';
import { Examiner } from './examiner.js';
import type { LintResult } from './finding.js';
import type { KnownVolume } from './known.js';
import { volumeWide } from './rules.js';
import type { RunSettings } from './run-rules.js';
import { type Selection, select } from './selection.js';
import { type CheckSettings, readSettings } from './settings.js';
import { Sources } from './sources.js';

export interface LintRequest {
  /** Folder that holds volume.yml, and files or folders to look at, as the user named them; all of the volume without any. */
  root: string;
  paths: readonly string[];
  /** Folder that these are relative to; absolute. */
  cwd: string;
  /** Language of what the program says itself. */
  language: Language;
  /** Language of the findings; by default each manuscript's. */
  locale?: Locale;
  /** Only findings in paragraphs that changed since this commit or branch. */
  since?: string;
  /** Folder for results that the next run may use; none are kept without it. */
  cache?: string;
  /** What runs before this one found out, in the same process. */
  memory?: LintMemory;
  /** Texts that stand for files, by the path that the result has for these. */
  overlay?: ReadonlyMap<string, string>;
  limits?: Partial<Limits>;
  signal?: AbortSignal;
  /** Threads to use where there is much to do; by default as many as pay. */
  threads?: number;
  /** Told of each manuscript that is examined, and of how many there are. */
  onProgress?: (done: number, total: number) => void;
}

/** What one run leaves to the next, so that only what has changed is looked at again. Only for the same request but for `overlay`. */
export class LintMemory {
  readonly volume: KnownVolume = { entries: new Map() };
  readonly loose: KnownVolume = { entries: new Map() };
}

export interface LintRun {
  result: LintResult;
  /** What is doubtful about the volume itself. */
  warnings: Fault[];
}

/** Finds the defects of a volume, or of single files. Throws an `InputError` for what cannot be read. */
export async function lint(request: LintRequest): Promise<LintRun> {
  const limits = { ...defaultLimits, ...request.limits };
  const selection = await select({ ...request, limits });
  const { root } = selection;
  const { run: settings, grades } = await readSettings(selection, limits, request.locale);
  try {
    const volume = await run('volume', selection, settings, { ...request, limits });
    const loose = await run('loose', selection, settings, { ...request, limits });
    const checked = [...volume.checked, ...loose.checked];
    const alone = new Set(loose.checked.map(({ path }) => path));
    const sourceOf = (path: string) => (volume.sources.has(path) ? volume : loose).sources.text(path);
    const concluded = conclusions(checked, alone, grades);
    const files = concluded.map(({ path, findings: messages }) => ({ path, messages }));
    const { lang } = selection;
    const result: LintResult = { root, ...(lang && { lang }), files, waived: sumOf(concluded), sourceOf };
    if (request.since !== undefined) await keepChanged(result, checked, concluded, request.since, selection);
    return { result, warnings: selection.faults };
  } catch (fault) {
    throw asInputError(fault, root);
  }
}

async function run(
  part: 'volume' | 'loose',
  selection: Selection,
  settings: RunSettings,
  options: LintRequest & { limits: Limits },
): Promise<{ checked: Checked[]; sources: Sources }> {
  const { root, [part]: targets } = selection;
  const { overlay, memory, limits } = options;
  // Single files are soon looked at, and nobody would know what to call their cache.
  const useCache = options.cache && part === 'volume' && targets.length > 0 && !memory;
  const cache = useCache ? await openCache(options.cache!, root, settings) : undefined;
  const known: KnownVolume = memory?.[part] ?? cache?.read() ?? { entries: new Map() };
  const sources = new Sources(targets, limits, root, {
    seen: (path) => known.entries.get(path),
    ...(overlay && { overlay }),
  });
  let done = 0;
  const examiner = new Examiner(settings, {
    ...(options.signal && { signal: options.signal }),
    ...(options.threads !== undefined && { threads: options.threads }),
    onExamined: () => options.onProgress?.(++done, targets.length),
  });
  try {
    const { checked, news } = await checkGroup({ targets, sources, examiner, known });
    if (news) cache?.write(known);
    return { checked, sources };
  } finally {
    await examiner.close();
  }
}

async function openCache(folder: string, root: string, settings: RunSettings) {
  const [{ Cache }, { rulesVersion }] = await Promise.all([import('./cache.js'), import('./rules-version.js')]);
  return new Cache(folder, root, `${rulesVersion()} ${JSON.stringify(settings)}`);
}

function conclusions(
  checked: readonly Checked[],
  alone: ReadonlySet<string>,
  grades: CheckSettings['grades'],
): (Concluded & { path: string })[] {
  const none = new Set<string>();
  return checked.map(({ path, alone: own, inVolume }) => {
    // Without its volume, a manuscript says nothing about what it shares with others.
    const partial = alone.has(path) ? volumeWide : none;
    return { path, ...conclude(path, own, inVolume.findings, { grades, partial }) };
  });
}

/** How many findings are waived, by rule. */
function sumOf(manuscripts: readonly Concluded[]): Record<string, number> {
  const sum = new Map<string, number>();
  for (const { waived } of manuscripts) for (const [id, count] of waived) sum.set(id, (sum.get(id) ?? 0) + count);
  return Object.fromEntries([...sum].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Leaves only the findings in paragraphs that changed, and sets the others of the same manuscripts aside. */
async function keepChanged(
  result: LintResult,
  checked: readonly Checked[],
  concluded: readonly (Concluded & { path: string })[],
  since: string,
  { volume, loose }: Selection,
): Promise<void> {
  const [{ changesSince }, { onlyChanged }] = await Promise.all([
    import('./changed-lines.js'),
    import('./only-changed.js'),
  ]);
  const files = new Map([...volume, ...loose].map(({ path, files, within }) => [path, join(files.root, within)]));
  const changes = await changesSince(since, [...files.values()], result.root);
  const changed = (path: string) => changes.get(files.get(path) ?? '') ?? [];
  const all = result.files;
  result.files = all.map(({ path, messages: findings }, index) => {
    const { extents } = checked[index]!.alone;
    return { path, messages: onlyChanged({ path, source: result.sourceOf(path), extents, findings }, changed) };
  });
  result.unchanged = all.flatMap(({ path, messages }, index) => {
    const kept = new Set(result.files[index]!.messages);
    const rest = messages.filter((finding) => !kept.has(finding));
    return changed(path).length > 0 && rest.length > 0 ? [{ path, messages: rest }] : [];
  });
  result.waived = sumOf(concluded.filter(({ path }) => changed(path).length > 0));
}

/** The fault of a rule as a fault that names the rule and the manuscript. */
function asInputError(fault: unknown, root: string): unknown {
  if (!(fault instanceof Error) || fault.name !== 'RuleFault') return fault;
  const { ruleId: rule, path, cause } = fault as import('./run-rules.js').RuleFault;
  const detail = String((cause as Error).message).split('\n')[0]!;
  const told = new InputError([error('rule-failed', { rule, detail }, { path })], root);
  return Object.assign(told, { stack: (cause as Error).stack });
}
