import { documentationUrl } from '../../lint-rules/documentation.js';
import { closest } from '../../lint-rules/front-matter/keys.js';
import type { Severity } from '../../lint-rules/ids.js';
import { settleFindings } from '../../lint-rules/settle.js';
import { type Language, say } from '../messages/index.js';
import type { Finding } from './finding.js';
import type { Grade } from './lint-options.js';
import { knownRules, unusedWaiver } from './rules.js';
import type { AloneResult, RuleFinding } from './run-rules.js';
import { type Waiver, Waiving } from './waivers.js';

/** What is needed to make findings of what the rules found. */
export interface ConcludeOptions {
  /** Grades that differ from the rules' own. */
  grades: Readonly<Record<string, Grade>>;
  /** Language of what is said about the waivers. */
  language: Language;
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
  { findings: alone, waivers, extents }: AloneResult,
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
  const comments = waivers.length > 0 ? waiverFindings(waiving, options) : [];
  const findings = [...kept, ...comments].flatMap((finding): Finding[] => {
    const grade = options.grades[finding.ruleId] ?? knownRules.get(finding.ruleId) ?? 'warning';
    return grade === 'off' ? [] : [graded(finding, grade, path)];
  });
  return { findings: findings.sort(byPlace), waived };
}

/** A finding with its keys in the order in which they are printed. */
function graded(finding: RuleFinding, severity: Severity, path: string): Finding {
  const { ruleId, message, line, column, endLine, endColumn, actual, expected, note, cause, fix } = finding;
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
    url: documentationUrl(ruleId),
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

/** What is to be said of the comments themselves. */
function waiverFindings(waiving: Waiving, options: ConcludeOptions): RuleFinding[] {
  const { language, grades, partial } = options;
  const isRun = (id: string) => grades[id] !== 'off' && !partial.has(id);
  const found: RuleFinding[] = [];
  const report = (waiver: Waiver, message: string, note: string) => {
    const { start, end, line, column, endLine, endColumn } = waiver;
    found.push({ ruleId: unusedWaiver, message, note, start, end, line, column, endLine, endColumn });
  };
  for (const waiver of waiving.waivers) {
    if (!['ignore', 'disable', 'enable'].includes(waiver.verb)) {
      const word = waiver.verb.slice(0, 40);
      report(waiver, say(language, 'waiver-unknown-word', { word }), say(language, 'waiver-unknown-word-note', {}));
    }
    for (const rule of waiver.ids.filter((id) => !knownRules.has(id))) {
      const suggestion = closest(rule.slice(0, 80), knownRules.keys());
      const args = { rule: rule.slice(0, 80), ...(suggestion && { suggestion }) };
      report(waiver, say(language, 'waiver-unknown-rule', args), say(language, 'waiver-unknown-rule-note', {}));
    }
  }
  for (const { waiver, ids } of waiving.unused()) {
    const rules = ids.filter((id) => knownRules.has(id) && isRun(id));
    if (ids.length > 0 && rules.length === 0) continue;
    if (ids.length === 0 && partial.size > 0) continue;
    report(waiver, say(language, 'waiver-unused', { rules }), say(language, 'waiver-unused-note', {}));
  }
  return found;
}
