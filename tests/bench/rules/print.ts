import { type Alarm, isReal } from './alarms.js';
import type { Range } from './blocks.js';
import {
  type CleanFigures,
  type Counts,
  gateFigures,
  inOrder,
  precision,
  type RuleFigures,
  recall,
} from './figures.js';
import { isGate } from './run.js';
import type { Outcome } from './score.js';

const share = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(3));
const cell = (counts: Counts | undefined): string =>
  counts ? `${share(recall(counts))} ${share(precision(counts))}` : '';

/** Recall and precision, by rule and language. */
export function printRules(figures: RuleFigures): void {
  const languages = ['all', 'zh', 'zh-TW', 'ja', 'ko', 'de', 'en', 'fr'];
  const rows = Object.fromEntries(
    inOrder(figures).map((rule) => [
      `${rule}${isGate(rule) ? '' : ' (advice)'}`,
      {
        planted: figures[rule]!.all!.planted,
        ...Object.fromEntries(languages.map((lang) => [lang, cell(figures[rule]![lang])])),
      },
    ]),
  );
  const gate = gateFigures(figures);
  const total = {
    planted: gate.all?.planted ?? 0,
    ...Object.fromEntries(languages.map((lang) => [lang, cell(gate[lang])])),
  };
  console.log('Planted defects: recall and precision');
  console.table({ ...rows, 'all rules of the gate': total });
}

/** False alarms per 10,000 characters. */
export function printClean(figures: Record<string, CleanFigures>): void {
  const rate = (count: number, characters: number) => ((count * 10_000) / characters).toFixed(3);
  console.log('Text without planted defects: findings per 10,000 characters');
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([key, { characters, gate, real, advice, rules }]) => [
        key,
        {
          characters,
          gate: rate(gate, characters),
          'real defects': real,
          advice: rate(advice, characters),
          rules: Object.entries(rules)
            .map(([rule, count]) => `${rule} ${count}`)
            .join(', '),
        },
      ]),
    ),
  );
}

/** A stretch of text with what stands around it, on one line. */
function around(source: string, { start, end }: Range): string {
  const whole = `${source.slice(Math.max(0, start - 40), start)}⟦${source.slice(start, Math.min(end, start + 160))}${end - start > 160 ? '…' : ''}⟧${source.slice(end, end + 40)}`;
  return whole
    .replaceAll('\n', '⏎')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
      (unit) => `<${unit.charCodeAt(0).toString(16)}>`,
    );
}

/** What was missed of a rule's defects and what it found wrongly, with the text around. */
export function show(rule: string, outcomes: readonly Outcome[], alarms: readonly Alarm[]): void {
  console.log(`== ${rule}`);
  for (const { rule: expected, planted, found, right, wrong, lang, origin, path } of outcomes) {
    const where = `${lang} ${origin} ${path}`;
    if (expected === rule && !found) {
      const others = [...right, ...wrong].map(({ ruleId, text }) => `${ruleId} “${text.slice(0, 30)}”`).join(', ');
      console.log(
        `MISSED  ${where}  ${planted.kind}\n        ${around(planted.source, planted.ranges[0]!)}${others && `\n        found instead: ${others}`}`,
      );
    }
    for (const finding of wrong) {
      if (finding.ruleId !== rule) continue;
      console.log(
        `FALSE   ${where}  planted: ${expected}, ${planted.kind}\n        ${finding.message}\n        ${around(planted.source, finding)}`,
      );
    }
  }
  for (const alarm of alarms) {
    const { path, lang, origin, source, findings } = alarm;
    for (const finding of findings) {
      if (finding.ruleId === rule && !isReal(alarm, finding))
        console.log(
          `ALARM   ${lang} ${origin} ${path}\n        ${finding.message}\n        ${around(source, finding)}`,
        );
    }
  }
}
