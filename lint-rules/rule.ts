import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { lintRule } from 'unified-lint-rule';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { documentationUrl } from './documentation.js';
import { factsOfOne } from './facts/index.js';
import type { ManuscriptFacts, Term, VolumePlace } from './facts/types.js';
import type { OwnRuleId } from './ids.js';
import { type KindArguments, type KindOf, sayFinding, sayOther } from './messages/index.js';
import { type Locale, localeFor } from './text/language.js';
import { type Prose, proseOf } from './text/prose.js';

/** One edit of the source, offsets in UTF-16 units. `safe`: certain, applied unasked; `suggest`: a person must accept it. */
export interface Fix {
  start: number;
  end: number;
  text: string;
  safety: 'safe' | 'suggest';
}

/** What a program hands to the rules with a file, as `file.data.galley`; a rule used alone does without. */
export interface RuleData {
  /** The language of the messages; by default the manuscript's. */
  locale?: Locale;
  facts?: ManuscriptFacts;
  terms?: Term[];
  /** What lies beside the manuscript, for rules that look for files. */
  resources?: Resources;
}

/** What a manuscript may refer to. Looked up by whoever runs the rules, so that no rule reads a file. */
export interface Resources {
  /** Whether the file that a manuscript names by `path`, relative to its own folder, is there and inside the volume. */
  exists(path: string): boolean;
  /** Keys of the bibliographies that the front matter names; `undefined` when they could not be read. */
  citationKeys?: ReadonlySet<string>;
  /** Labels that other manuscripts of the volume define. */
  labels?: ReadonlySet<string>;
}

/** What a rule says of one place. */
export interface Report<Id extends OwnRuleId, Kind extends KindOf<Id> = KindOf<Id>> {
  /** Which of the rule's messages, and what its sentence needs. */
  kind: Kind;
  args: KindArguments<Id, Kind>;
  /** Source offsets, UTF-16, end exclusive. */
  start: number;
  end: number;
  /** What stands there, and what should; by default the source, and what the fix makes of it. */
  actual?: string;
  expected?: string[];
  fix?: Fix;
  /** The other place of a finding that has two: source offsets in the same file, or a place in another one. */
  cause?: { start: number; end: number } | VolumePlace;
}

export interface RuleContext<Id extends OwnRuleId, Options> {
  tree: Root;
  file: VFile;
  prose: Prose;
  options: Options;
  data: RuleData;
  /** What the volume says about this manuscript; of this manuscript alone when no volume was given. */
  facts(): ManuscriptFacts;
  report<Kind extends KindOf<Id>>(finding: Report<Id, Kind>): void;
}

/** A message of one of Galley's rules: a vfile message with the fix, the kind of finding and its arguments. */
export interface RuleMessage extends VFileMessage {
  fix?: Fix;
  kind?: string;
  args?: object;
}

export type Rule<Options> = Plugin<[(Partial<Options> | undefined)?], Root> & { id: OwnRuleId; defaults: Options };

/**
 * Makes a remark-lint plugin of a check. `defaults` are the rule's options, plain data, with the values they have when none are given.
 * Every finding gets its text in the manuscript's language, its exact range, and a link to the rule's page.
 */
export function defineRule<Id extends OwnRuleId, Options extends object>(
  id: Id,
  defaults: Options,
  check: (context: RuleContext<Id, Options>) => void | Promise<void>,
): Rule<Options> {
  const plugin = lintRule<Root, Partial<Options> | undefined>(
    { origin: `remark-lint:${id}`, url: documentationUrl(id) },
    (tree, file, options) => {
      const data = (file.data.galley ?? {}) as RuleData;
      const prose = proseOf(tree, file);
      const locale = data.locale ?? localeFor(prose.lang);
      return check({
        tree,
        file,
        prose,
        options: { ...defaults, ...options },
        data,
        facts: () => data.facts ?? factsOfOne(prose, file.path ?? ''),
        report: (finding) => {
          const said = sayFinding(locale, id, finding.kind, finding.args);
          const message: RuleMessage = withoutStack(() =>
            file.message(said.message, {
              place: prose.place(finding.start, finding.end),
              ...(finding.cause && { cause: causeOf(finding.cause, id, prose, locale) }),
            }),
          );
          const { fix } = finding;
          const source = prose.source.slice(finding.start, finding.end);
          message.note = said.note;
          message.actual = finding.actual ?? source;
          message.expected = finding.expected ?? (fix && [fixed(fix, finding.start, finding.end, prose.source)]);
          if (fix) message.fix = fix;
          message.kind = finding.kind;
          message.args = finding.args;
        },
      });
    },
  );
  return Object.assign(plugin, { id, defaults }) as Rule<Options>;
}

/** Makes an error that is a message about a text, to which it does not matter where in the program it is made: finding that out takes longer than all the rest. */
function withoutStack<T extends Error>(make: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** What the reported stretch becomes when its fix is applied. */
function fixed(fix: Fix, start: number, end: number, source: string): string {
  const from = Math.min(start, fix.start);
  const to = Math.max(end, fix.end);
  return source.slice(from, fix.start) + fix.text + source.slice(fix.end, to);
}

function causeOf(
  cause: NonNullable<Report<OwnRuleId>['cause']>,
  id: OwnRuleId,
  prose: Prose,
  locale: Locale,
): VFileMessage {
  const elsewhere = 'path' in cause;
  const place = elsewhere ? { start: cause.start, end: cause.end } : prose.place(cause.start, cause.end);
  const message = new VFileMessage(sayOther(locale, elsewhere ? cause.path : undefined), {
    place,
    source: 'remark-lint',
    ruleId: id,
  });
  if (elsewhere) message.file = cause.path;
  return message;
}
