import { documentationUrl } from '../../lint-rules/documentation.js';
import { closest } from '../../lint-rules/front-matter/keys.js';
import type { Severity } from '../../lint-rules/ids.js';
import type { Said } from '../../lint-rules/messages/said.js';
import { settleFindings } from '../../lint-rules/settle.js';
import { type Language, type MessageArguments, say } from '../messages/index.js';
import type { Finding } from './finding.js';
import type { Grade } from './lint-options.js';
import { knownRules, unusedWaiver } from './rules.js';
import type { AloneResult, RuleFinding } from './run-rules.js';
import { type Waiver, Waiving } from './waivers.js';

/** What is needed to make findings of what the rules found. */
export interface ConcludeOptions {
  /** Grades that differ from the rules' own. */
  grades: Readonly<Record<string, Grade>>;
  /** Rules that could not find all that they might, so that a waiver of theirs may be needed all the same. */
  partial: ReadonlySet<string>;
}

export interface Concluded {
  findings: Finding[];
  /** Findings that comments waive, by rule. */
  waived: Map<string, number>;
}

/**
 * Makes the findings of one manuscript: one event is told once, comments waive, volume.yml grades, and a comment that waives nothing is a finding of
 * its own. `inVolume`: what the rules found that look beyond the manuscript.
 */
export function conclude(
  path: string,
  { findings: alone, waivers, extents, locale }: AloneResult,
  inVolume: readonly RuleFinding[],
  options: ConcludeOptions,
): Concluded {
  const all = [...alone, ...inVolume];
  const waiving = new Waiving(waivers);
  // Asked about every finding, so that a waiver counts as needed even where another finding explains this one.
  const waivedOnes = new Set(waivers.length > 0 ? all.filter((finding) => waiving.waives(finding)) : []);
  const waived = new Map<string, number>();
  const kept = settleFindings(all, extents).filter((finding) => {
    if (!waivedOnes.has(finding)) return true;
    waived.set(finding.ruleId, (waived.get(finding.ruleId) ?? 0) + 1);
    return false;
  });
  const comments = waivers.length > 0 ? waiverFindings(waiving, locale, options) : [];
  const findings = [...kept, ...comments].flatMap((finding): Finding[] => {
    const grade = options.grades[finding.ruleId] ?? knownRules.get(finding.ruleId) ?? 'warning';
    return grade === 'off' ? [] : [graded(finding, grade, path)];
  });
  return { findings: findings.sort(byPlace), waived };
}

const pages = new Map<string, string>();

/** The address of a rule's page, put together once: findings are many and rules few. */
function pageOf(rule: string): string {
  const known = pages.get(rule) ?? documentationUrl(rule);
  pages.set(rule, known);
  return known;
}

/** A finding with its keys in the order in which they are printed. */
function graded(finding: RuleFinding, severity: Severity, path: string): Finding {
  const { ruleId, message, line, column, endLine, endColumn, actual, expected, note, cause, fix, kind, args } = finding;
  return {
    ruleId,
    severity,
    message,
    line,
    column,
    endLine,
    endColumn,
    ...(actual !== undefined && { actual }),
    ...(expected && { expected }),
    ...(note !== undefined && { note }),
    url: pageOf(ruleId),
    ...(cause && {
      cause: {
        path: cause.path ?? path,
        line: cause.line,
        column: cause.column,
        endLine: cause.endLine,
        endColumn: cause.endColumn,
      },
    }),
    ...(fix && { fix: { start: fix.start, end: fix.end, text: fix.text, safety: fix.safety } }),
    ...(kind !== undefined && { said: { kind, args: args ?? {} } }),
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.line - b.line ||
    a.column - b.column ||
    compare(a.ruleId, b.ruleId) ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export type WaiverKind = 'waiver-unused' | 'waiver-unknown-rule' | 'waiver-unknown-word';

/** What is said of a comment that waives findings. */
export function sayWaiver<Kind extends WaiverKind>(language: Language, kind: Kind, args: MessageArguments<Kind>): Said {
  return { message: say(language, kind, args), note: say(language, `${kind}-note`, {}) };
}

/** What is to be said of the comments themselves. */
function waiverFindings(waiving: Waiving, language: Language, { grades, partial }: ConcludeOptions): RuleFinding[] {
  const isRun = (id: string) => grades[id] !== 'off' && !partial.has(id);
  const found: RuleFinding[] = [];
  const report = <Kind extends WaiverKind>(waiver: Waiver, kind: Kind, args: MessageArguments<Kind>) => {
    const { start, end, line, column, endLine, endColumn } = waiver;
    const said = sayWaiver(language, kind, args);
    found.push({ ruleId: unusedWaiver, kind, args, ...said, start, end, line, column, endLine, endColumn });
  };
  for (const waiver of waiving.waivers) {
    if (!['ignore', 'disable', 'enable'].includes(waiver.verb)) {
      const word = waiver.verb.slice(0, 40);
      report(waiver, 'waiver-unknown-word', { word });
    }
    for (const rule of waiver.ids.filter((id) => !knownRules.has(id))) {
      const suggestion = closest(rule.slice(0, 80), knownRules.keys());
      const args = { rule: rule.slice(0, 80), ...(suggestion && { suggestion }) };
      report(waiver, 'waiver-unknown-rule', args);
    }
  }
  for (const { waiver, ids } of waiving.unused()) {
    const rules = ids.filter((id) => knownRules.has(id) && isRun(id));
    if (ids.length > 0 && rules.length === 0) continue;
    if (ids.length === 0 && partial.size > 0) continue;
    report(waiver, 'waiver-unused', { rules });
  }
  return found;
}
