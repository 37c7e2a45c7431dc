/**
 * `npm run bench:rules`: recall and precision of the rules on defects that a seeded generator plants, and their false alarms on the same text as it was.
 *
 * `--quick` takes only what the project itself contains, and less of it; `--show RULE` (or `all`) prints what was missed and what was found wrongly;
 * `--rule` (`all` beside `--show`), `--lang` and `--kind` narrow what is planted; `--plants N` says how many a rule, language and origin; `--seed TEXT`; `--json` prints
 * the figures; `--record` writes them to figures.json, which the tests compare with.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../../pipeline/package-root.js';
import { inOrder } from './figures.js';
import { figuresFile, measure, measureQuick } from './measure.js';
import { printClean, printRules, show } from './print.js';
import { printSource } from './source.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    record: { type: 'boolean' },
    show: { type: 'string' },
    rule: { type: 'string' },
    lang: { type: 'string' },
    kind: { type: 'string' },
    plants: { type: 'string' },
    seed: { type: 'string' },
  },
});

const rule = values.rule ?? (values.show === 'all' ? undefined : values.show);
const measured = await measure({
  quick: values.quick ?? false,
  seed: values.seed ?? 'galley',
  plants: values.plants ? Number(values.plants) : undefined,
  // What a rule finds where another's defect was planted is only seen when all are.
  rule: rule === 'all' ? undefined : rule,
  lang: values.lang,
  kind: values.kind,
});
const { figures } = measured;
if (values.json) console.log(JSON.stringify(figures, null, 2));
else {
  printRules(figures.rules);
  printClean(figures.clean);
  printSource(figures.source);
}
if (values.show) {
  const shown = values.show === 'all' ? inOrder(figures.rules) : [values.show];
  for (const one of shown) show(one, measured.outcomes, measured.alarms);
}
if (values.record) writeFileSync(figuresFile, formatted({ full: figures, quick: (await measureQuick()).figures }));
else if (!values.show) {
  mkdirSync(path.join(packageRoot, 'output'), { recursive: true });
  writeFileSync(path.join(packageRoot, 'output/rules.json'), `${JSON.stringify(figures, null, 2)}\n`);
}

/** As the project's formatter writes JSON: lists that fit on a line stand on one. */
function formatted(value: object): string {
  const spread = JSON.stringify(value, null, 2);
  const list = /(?<=\n( *)"[^"\n]*": )\[\n *("[^"\n]*"(?:,\n *"[^"\n]*")*)\n *\]/g;
  const written = spread.replace(list, (all: string, _indent: string, items: string, offset: number) => {
    const line = `[${items.replace(/\n */g, ' ')}]`;
    const column = offset - spread.lastIndexOf('\n', offset) - 1;
    return column + line.length < 120 ? line : all;
  });
  return `${written}\n`;
}
