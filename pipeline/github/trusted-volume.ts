import type { Severity } from '../../lint-rules/ids.js';
import type { Extent } from '../../lint-rules/settle.js';
import { knownRules } from '../check/rules.js';
import type { RuleFinding } from '../check/run-rules.js';
import { parseManuscript, RuleRunner, type RunSettings } from '../check/run-rules.js';
import { type Selection, select } from '../check/selection.js';
import { readSettings } from '../check/settings.js';
import { InputError } from '../faults.js';
import { defaultLimits } from '../volume/limits.js';
import { readText } from '../volume/read-text.js';

/** What the rules say of one text, and its paragraphs. */
export interface Rechecked {
  findings: RuleFinding[];
  /** Paragraphs, headings and cells: offsets in the text. */
  extents: Extent[];
}

/** The volume as it stands on the default branch: the only one whose settings and texts are believed. */
export class TrustedVolume {
  readonly #runner: RuleRunner;
  readonly #texts = new Map<string, string | undefined>();

  private constructor(
    readonly settings: RunSettings,
    readonly grades: Readonly<Record<string, Severity | 'off'>>,
    readonly selection: Selection | undefined,
  ) {
    this.#runner = new RuleRunner(settings);
  }

  /** Opens the volume at a folder; one that cannot be read counts as one without settings and manuscripts. */
  static async open(root: string): Promise<TrustedVolume> {
    try {
      const selection = await select({ root, paths: [], cwd: process.cwd(), limits: defaultLimits });
      const { run, grades } = await readSettings(selection, defaultLimits);
      return new TrustedVolume(run, grades, selection);
    } catch (fault) {
      if (!(fault instanceof InputError)) throw fault;
      return new TrustedVolume({ off: [], options: {} }, {}, undefined);
    }
  }

  /** How grave a rule's findings are here. */
  severityOf(rule: string): Severity | 'off' {
    return this.grades[rule] ?? knownRules.get(rule) ?? 'warning';
  }

  /** The text of a manuscript of the volume, by its path in it. */
  textOf(path: string): string | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, this.#read(path));
    return this.#texts.get(path);
  }

  #read(path: string): string | undefined {
    const target = this.selection?.volume.find((one) => one.path === path);
    if (!target) return undefined;
    const read = readText(target.within, { path }, defaultLimits.manuscript, target.files);
    return 'text' in read ? read.text : undefined;
  }

  /** Words that a finding may quote although no manuscript has them. */
  get terms(): string[] {
    return (this.settings.terms ?? []).map(({ term }) => term);
  }

  /** What the rules say of a text that has nothing beside it. It is only ever read. */
  async recheck(path: string, text: string): Promise<Rechecked> {
    const manuscript = await parseManuscript(path, text);
    const alone = this.#runner.runAlone(manuscript);
    const inVolume = this.#runner.runVolumeWide(manuscript, undefined, undefined);
    const extents = manuscript.prose.blocks.map(({ start, end }) => ({ start, end }));
    return { findings: [...alone, ...inVolume], extents };
  }
}
