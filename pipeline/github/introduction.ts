import type { BlockContent, RootContent, Table } from 'mdast';
import type { Severity } from '../../lint-rules/ids.js';
import type { Locale } from '../../lint-rules/text/language.js';
import { gravity } from '../check/finding.js';
import { countTable, heading, link, paragraph, strong, text } from '../markdown-tree.js';
import { say } from '../messages/index.js';
import type { Told } from './confirm.js';
import { ruleSummary, sayFaultTree } from './saying.js';
import type { Summary } from './summary.js';
import { gap, type Links, listOf, placeLink, ruleLink } from './tree.js';

/** What a contributor reads first: how much was found, what to do about it, where the proof is, and how much of each rule. */
export function introduction(summary: Summary, links: Links): RootContent[] {
  const { locale, state, inline, elsewhere, suggestions } = summary;
  const gate = [...inline, ...elsewhere];
  const title = (value: string) => heading(3, value);
  if (state === 'failed' || state === 'not-run') {
    // The log is for those whom nothing else tells the reason.
    const hasReason = summary.faults.some(({ id }) => id !== undefined);
    const log = link(links.run, text(say(locale, 'feedback-log-link', {})));
    return [
      title(say(locale, 'feedback-heading-failed', {})),
      paragraph(text(say(locale, `feedback-${state}`, {})), ...(hasReason ? [] : [text(gap(locale)), log])),
      ...faultList(summary, links),
    ];
  }
  if (summary.doubt && gate.length === 0) return [title(say(locale, 'feedback-heading-doubt', {})), ...doubt(summary)];
  if (gate.length === 0) {
    const id = summary.advice.length > 0 ? 'feedback-heading-advice' : 'feedback-heading-clean';
    return [
      title(say(locale, id, {})),
      paragraph(text(say(locale, 'feedback-clean', {}))),
      ...proof(summary, links),
      ...waived(summary),
    ];
  }
  const count = (severity: Severity) => gate.filter((finding) => finding.severity === severity).length;
  return [
    title(say(locale, 'feedback-heading-findings', { count: gate.length })),
    ...doubt(summary),
    paragraph(strong(say(locale, 'feedback-counts', { errors: count('error'), warnings: count('warning') }))),
    where(summary, links),
    listOf(choices(locale, suggestions, gate[0]!.rule)),
    paragraph(text(say(locale, 'feedback-again', {}))),
    ...proof(summary, links),
    ruleTable(gate, summary, links),
    ...waived(summary),
    ...(summary.truncated ? [paragraph(text(say(locale, 'feedback-truncated', {})))] : []),
  ];
}

/** Where the findings stand. */
function where({ locale, inline, elsewhere }: Summary, { files }: Links): BlockContent {
  if (inline.length === 0) return paragraph(text(say(locale, 'feedback-below', {})));
  const sentence = say(locale, 'feedback-where', { rest: elsewhere.length });
  return paragraph(text(`${sentence}${gap(locale)}`), link(files, strong(say(locale, 'feedback-files-link', {}))));
}

/** What a contributor may do about a finding. */
const choices = (locale: Locale, suggestions: number, rule: string): BlockContent[][] => [
  ...(suggestions > 0 ? [[paragraph(text(say(locale, 'feedback-accept', { suggestions })))]] : []),
  [paragraph(text(say(locale, 'feedback-edit', {})))],
  [paragraph(text(say(locale, 'feedback-waive', {}))), { type: 'code', value: `<!-- lint ignore ${rule} -->` }],
];

function faultList({ locale, faults }: Summary, links: Links): RootContent[] {
  const told = faults.filter(({ path, id }) => path !== undefined || id !== undefined);
  if (told.length === 0) return [];
  return [
    paragraph(text(say(locale, 'feedback-failed-places', {}))),
    listOf(
      told.map(({ id, args, path, line = 1 }) => {
        const place =
          path === undefined ? [] : [placeLink(path, line, line, links), text(locale === 'zh' ? '：' : ': ')];
        return [
          paragraph(
            ...place,
            ...(id && args ? sayFaultTree(locale, id, args) : [text(say(locale, 'feedback-log-link', {}))]),
          ),
        ];
      }),
    ),
  ];
}

function doubt({ locale, doubt }: Summary): RootContent[] {
  return doubt ? [paragraph(strong(say(locale, `feedback-${doubt}`, {})))] : [];
}

function proof({ locale, doubt }: Summary, { proof: url, run }: Links): RootContent[] {
  // What a run of the pull request's own left behind may be anything.
  if (doubt) return [];
  if (url !== undefined) {
    return [
      paragraph(
        text(`${say(locale, 'feedback-proof', {})}${gap(locale)}`),
        link(url, strong(say(locale, 'feedback-proof-link', {}))),
        text(`${gap(locale)}${say(locale, 'feedback-proof-note', {})}`),
      ),
    ];
  }
  const log = text(say(locale, 'feedback-log-link', {}));
  return [paragraph(text(`${say(locale, 'feedback-no-proof', {})}${gap(locale)}`), link(run, log))];
}

function waived({ locale, waived }: Summary): RootContent[] {
  const rules = Object.entries(waived).filter(([, count]) => count > 0);
  return rules.length > 0 ? [paragraph(text(say(locale, 'findings-waived', { rules })))] : [];
}

function ruleTable(findings: readonly Told[], { locale }: Summary, links: Links): Table {
  const byRule = new Map<string, Told[]>();
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const rows = [...byRule.values()].sort(
    ([a], [b]) => gravity[a!.severity] - gravity[b!.severity] || (a!.rule < b!.rule ? -1 : 1),
  );
  return countTable([
    (['feedback-rule', 'feedback-severity', 'feedback-count'] as const).map((id) => [text(say(locale, id, {}))]),
    ...rows.map((all) => {
      const { rule, severity } = all[0]!;
      return [
        [text(`${ruleSummary(locale, rule)} `), ruleLink(rule, links)],
        [text(say(locale, `severity-${severity}`, {}))],
        [text(String(all.length))],
      ];
    }),
  ]);
}
