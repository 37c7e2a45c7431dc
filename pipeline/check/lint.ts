import type { Locale } from '../../lint-rules/text/language.js';
import { type Fault, failOnErrors } from '../faults.js';
import type { Language } from '../messages/index.js';
import { defaultLimits, type Limits } from '../volume/limits.js';
import { readText } from '../volume/read-text.js';
import { decodeAsIs } from '../volume/text.js';
import { type Concluded, conclude } from './conclude.js';
import type { LintResult } from './finding.js';
import type { LintOptions } from './lint-options.js';
import { checkAlone, parseManuscript, RuleRunner, type RunSettings } from './run-rules.js';
import { type Selection, select, type Target } from './selection.js';

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
  limits?: Partial<Limits>;
  /** Texts to look at in place of those on the disk, by path relative to the result's root. */
  overlay?: ReadonlyMap<string, string>;
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
  const options = await readOptions(selection);
  const sources = readSources([...selection.volume, ...selection.loose], limits, selection.root, request.overlay);
  const settings: RunSettings = {
    off: Object.keys(options.grades).filter((id) => options.grades[id] === 'off'),
    options: options.options,
    ...(request.locale && { locale: request.locale }),
  };
  const runner = new RuleRunner(settings);
  const result: LintResult = {
    root: selection.root,
    files: [],
    waived: {},
    sourceOf: (path) => sources.get(path) ?? '',
  };
  const waived = new Map<string, number>();
  for (const group of [selection.volume, selection.loose]) {
    for (const { path, wanted } of group) {
      if (!wanted) continue;
      const { findings, waived: here } = await concluded(path, sources.get(path)!, runner, options, request);
      result.files.push({ path, messages: findings });
      for (const [id, count] of here) waived.set(id, (waived.get(id) ?? 0) + count);
    }
  }
  result.waived = Object.fromEntries([...waived].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { result, warnings: selection.faults };
}

async function concluded(
  path: string,
  source: string,
  runner: RuleRunner,
  { grades }: LintOptions,
  { language, locale }: LintRequest,
): Promise<Concluded> {
  const manuscript = await parseManuscript(path, source);
  const alone = checkAlone(manuscript, runner);
  const inVolume = runner.runVolumeWide(manuscript, undefined, undefined);
  return conclude(path, source, alone, inVolume, { grades, language: locale ?? language, partial: new Set() });
}

async function readOptions({ lint: section, root }: Selection): Promise<LintOptions> {
  if (!section) return { grades: {}, options: {} };
  const { readLintOptions } = await import('./lint-options.js');
  const { lint: options, faults } = readLintOptions(section);
  failOnErrors(faults, root);
  return options;
}

/** The texts of the manuscripts by path. All that cannot be read are told of at once. */
function readSources(
  targets: readonly Target[],
  limits: Limits,
  root: string,
  overlay: LintRequest['overlay'],
): Map<string, string> {
  const faults: Fault[] = [];
  const sources = new Map<string, string>();
  for (const { path, within, files } of targets) {
    const instead = overlay?.get(path);
    if (instead !== undefined) {
      sources.set(path, instead);
      continue;
    }
    const read = readText(within, { path }, limits.manuscript, files, decodeAsIs);
    if ('text' in read) sources.set(path, read.text);
    else faults.push({ ...read.fault, ...(read.fault.place && { place: { ...read.fault.place, path } }) });
  }
  failOnErrors(faults, root);
  return sources;
}
