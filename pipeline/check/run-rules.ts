import type { Root } from 'mdast';
import { unified } from 'unified';
import type { Point, Position } from 'unist';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { ManuscriptFacts, Term } from '../../lint-rules/facts/types.js';
import { hasHeader, loadReader } from '../../lint-rules/manuscript-front-matter.js';
import type { Fix, Resources, RuleData, RuleMessage } from '../../lint-rules/rule.js';
import type { Extent } from '../../lint-rules/settle.js';
import { type Locale, localeFor } from '../../lint-rules/text/language.js';
import { type Prose, proseOf } from '../../lint-rules/text/prose.js';
import { explainUpstream } from '../../lint-rules/upstream.js';
import type { Range } from './finding.js';
import { parserFor } from './parse.js';
import type { FindKeys } from './resources.js';
import { type RunnableRule, runnableRules } from './rules.js';
import { type Waiver, waiversIn } from './waivers.js';

/** What decides on what the rules find, apart from the manuscripts. Plain data. */
export interface RunSettings {
  /** Language of the messages; by default each manuscript's. */
  locale?: Locale;
  /** Rules that are not run. */
  off: string[];
  /** Options that differ from a rule's defaults. */
  options: Record<string, Record<string, unknown>>;
  terms?: Term[];
}

/** What a rule found, before it is settled, waived and graded. Plain data. */
export interface RuleFinding extends Range {
  ruleId: string;
  /** Offsets in UTF-16 units of the file. */
  start: number;
  end: number;
  /** Which of the rule's sentences it is, and what goes into it: for a program that says it in its own place. */
  kind?: string;
  args?: object;
  message: string;
  actual?: string;
  expected?: string[];
  note?: string;
  /** The other place of a finding that has two; without a path, in the same file. */
  cause?: Range & { path?: string };
  fix?: Fix;
}

/** A manuscript as it is handed to the rules. */
export interface ParsedManuscript {
  path: string;
  source: string;
  tree: Root;
  prose: Prose;
  /** Finds the keys that it may cite; absent where it cites nothing. */
  findKeys?: FindKeys;
}

/** A rule threw. This is a fault of the program, and names the rule and the file. */
export class RuleFault extends Error {
  constructor(
    readonly ruleId: string,
    readonly path: string,
    cause: Error,
  ) {
    super(`rule ${ruleId} failed on ${path}: ${cause.message}`, { cause });
    this.name = 'RuleFault';
  }
}

/** What a text with citations has, in the dialects of pandoc, MyST and TeX. Reading a front matter for its bibliographies takes a large library. */
const mayCite = /@[\p{L}\p{N}_{]|\bcite/u;

/** Makes the tree and the prose of a manuscript. */
export async function parseManuscript(path: string, source: string): Promise<ParsedManuscript> {
  const parse = await parserFor(source);
  if (hasHeader(source)) await loadReader();
  const file = new VFile({ value: source, path });
  const tree = parse(file);
  const manuscript = { path, source, tree, prose: proseOf(tree, file) };
  if (!mayCite.test(source)) return manuscript;
  const { citationKeys } = await import('./citation-keys.js');
  return { ...manuscript, findKeys: (ask) => citationKeys(source, ask) };
}

type Transform = (tree: Root, file: VFile, next: (error?: Error) => void) => void;

/** A rule with its options, ready to run. */
interface ReadyRule {
  transform: Transform;
  needs?: RegExp | undefined;
}

/** Runs the rules over manuscripts. */
export class RuleRunner {
  readonly #alone: ReadyRule[];
  readonly #volumeWide: ReadyRule[];

  constructor(readonly settings: RunSettings) {
    const { off, options } = settings;
    const ready = (rules: readonly RunnableRule[]) =>
      rules.map(({ id, plugin, needs }): ReadyRule => {
        return { transform: plugin.call(unified(), ['warn', { ...options[id] }]) as Transform, needs };
      });
    const wanted = runnableRules.filter(({ id }) => !off.includes(id));
    this.#alone = ready(wanted.filter((rule) => !rule.volumeWide));
    this.#volumeWide = ready(wanted.filter((rule) => rule.volumeWide));
  }

  /** What the rules find that need nothing but the manuscript. */
  runAlone(manuscript: ParsedManuscript): RuleFinding[] {
    return this.#run(this.#alone, manuscript, {});
  }

  /** What the rules find that need to know of the other manuscripts and of the files beside this one. */
  runVolumeWide(
    manuscript: ParsedManuscript,
    facts: ManuscriptFacts | undefined,
    resources: Resources | undefined,
  ): RuleFinding[] {
    return this.#run(this.#volumeWide, manuscript, { ...(facts && { facts }), ...(resources && { resources }) });
  }

  #run(
    rules: readonly ReadyRule[],
    { path, source, tree, prose }: ParsedManuscript,
    more: Pick<RuleData, 'facts' | 'resources'>,
  ): RuleFinding[] {
    const { locale, terms } = this.settings;
    const data: RuleData = { ...more, ...(locale && { locale }), ...(terms && { terms }) };
    const file = new VFile({ value: source, path, data: { galley: data } });
    for (const { transform, needs } of rules) {
      if (!needs || needs.test(source)) transform(tree, file, () => {});
    }
    for (const { cause, ruleId } of file.messages) {
      if (cause instanceof Error && !(cause instanceof VFileMessage)) throw new RuleFault(ruleId!, path, cause);
    }
    explainUpstream(tree, file);
    return (file.messages as RuleMessage[]).map((message) => findingOf(message, prose));
  }
}

function findingOf(message: RuleMessage, prose: Prose): RuleFinding {
  const { ruleId, kind, args, actual, expected, note, fix, cause } = message;
  const place = placeOf(message.place, prose);
  return {
    ruleId: ruleId!,
    ...rangeOf(place),
    start: place.start.offset!,
    end: place.end.offset!,
    ...(kind !== undefined && { kind }),
    ...(args && { args }),
    message: message.reason,
    ...(actual !== undefined && { actual }),
    ...(expected && { expected }),
    ...(note !== undefined && { note }),
    ...(cause instanceof VFileMessage && { cause: causeOf(cause, prose) }),
    ...(fix && { fix }),
  };
}

function causeOf(cause: VFileMessage, prose: Prose): NonNullable<RuleFinding['cause']> {
  const place = cause.place && 'start' in cause.place ? cause.place : placeOf(cause.place, prose);
  return { ...(cause.file && { path: cause.file }), ...rangeOf(place) };
}

/** A message without a place is about the whole file, which is told at its start. */
function placeOf(place: VFileMessage['place'], prose: Prose): Position {
  if (!place) return prose.place(0, 0);
  const [start, end] = 'start' in place ? [place.start, place.end] : [place, place];
  return prose.place(start.offset ?? 0, end.offset ?? 0);
}

function rangeOf({ start, end }: { start: Point; end: Point }): Range {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Everything that a manuscript's text says by itself. Plain data. */
export interface AloneResult {
  findings: RuleFinding[];
  waivers: Waiver[];
  /** Its paragraphs, headings and cells. */
  extents: Extent[];
  /** The language in which it is spoken about. */
  locale: Locale;
}

/** Runs the rules over a manuscript that need nothing but its text, and gathers what is needed for settling and waiving. */
export function checkAlone(manuscript: ParsedManuscript, runner: RuleRunner): AloneResult {
  const { tree, source, prose } = manuscript;
  return {
    findings: runner.runAlone(manuscript),
    waivers: waiversIn(tree, source),
    extents: prose.blocks.map(({ start, end }) => ({ start, end })),
    locale: runner.settings.locale ?? localeFor(prose.lang),
  };
}
