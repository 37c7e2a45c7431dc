import type { Term } from '../../lint-rules/facts/types.js';
import type { Locale } from '../../lint-rules/text/language.js';
import { failOnErrors, InputError } from '../faults.js';
import type { Limits } from '../volume/limits.js';
import type { Grade, LintOptions } from './lint-options.js';
import type { RunSettings } from './run-rules.js';
import type { Selection } from './selection.js';

/** What a volume says about how its manuscripts are to be looked at. */
export interface CheckSettings {
  run: RunSettings;
  /** Grades that differ from the rules' own. */
  grades: Readonly<Record<string, Grade>>;
}

/** Reads what volume.yml and the list of terms say of the rules. Throws an `InputError`; what is doubtful goes to the selection's warnings. */
export async function readSettings(selection: Selection, limits: Limits, locale?: Locale): Promise<CheckSettings> {
  const options = await readOptions(selection);
  const terms = await readTermsOf(selection, limits);
  const run = {
    off: Object.keys(options.grades).filter((id) => options.grades[id] === 'off'),
    options: options.options,
    ...(locale && { locale }),
    ...(terms && { terms }),
  };
  return { run, grades: options.grades };
}

async function readOptions({ lint: section, root }: Selection): Promise<LintOptions> {
  if (!section) return { grades: {}, options: {} };
  const { readLintOptions } = await import('./lint-options.js');
  const { lint: options, faults } = readLintOptions(section);
  failOnErrors(faults, root);
  return options;
}

async function readTermsOf(
  { root, terms: path, volume, faults }: Selection,
  limits: Limits,
): Promise<Term[] | undefined> {
  const files = volume[0]?.files;
  if (path === undefined || !files) return undefined;
  const [{ readTerms }, { readText }, { faultOf }] = await Promise.all([
    import('../../lint-rules/facts/terms.js'),
    import('../volume/read-text.js'),
    import('../volume/fault-of.js'),
  ]);
  const read = readText(path, { path }, limits.manuscript, files);
  if ('fault' in read) throw new InputError([read.fault], root);
  const { terms, findings } = readTerms(read.text);
  faults.push(...findings.map((finding) => faultOf(finding, path)));
  failOnErrors(faults, root);
  return terms;
}
