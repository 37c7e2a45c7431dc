import remarkParse from 'remark-parse';
import type { Log } from 'sarif';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { Finding, LintResult } from '../../pipeline/check/finding.js';
import { excerpt } from '../../pipeline/check/reporters/excerpt.js';
import { report as github } from '../../pipeline/check/reporters/github.js';
import { report as markdown } from '../../pipeline/check/reporters/markdown.js';
import type { ReportOptions } from '../../pipeline/check/reporters/options.js';
import { report as pretty, wrap } from '../../pipeline/check/reporters/pretty.js';
import { report as sarif } from '../../pipeline/check/reporters/sarif.js';
import { textWidth } from '../../pipeline/text-width.js';

const options: ReportOptions = { language: 'en', color: false, columns: 60, cwd: '/volume' };

const source = '# 题目\n\n根本任务是强化理论武\n\n装，引导机关党员干部𠮷野。\n';

function finding(over: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'no-split-paragraph',
    severity: 'error',
    message: 'The word “武装” is broken',
    line: 3,
    column: 10,
    endLine: 5,
    endColumn: 2,
    actual: '武\n\n装',
    expected: ['武装'],
    note: 'The page ended here in the print.',
    url: 'https://example.org/no-split-paragraph',
    fix: { start: 16, end: 18, text: '', safety: 'safe' },
    ...over,
  };
}

function result(messages: Finding[], text = source): LintResult {
  return {
    root: '/volume/manuscripts',
    files: [{ path: 'a:b,c.md', messages }],
    waived: { 'no-repeated-words': 2 },
    sourceOf: () => text,
  };
}

describe('pretty', () => {
  test('shows the line with a marker under the place, counting Han characters as two columns', () => {
    const shown = pretty(result([finding()]), options);
    const [line, marker] = shown.split('\n').slice(2, 4) as [string, string];
    expect(line).toBe('3 │ 根本任务是强化理论武');
    expect(textWidth(marker.slice(0, marker.indexOf('^')))).toBe(textWidth('3 │ 根本任务是强化理论'));
    expect(marker.match(/\^+/)?.[0]).toBe('^^');
  });
  test('says where, what, why and what to do', () => {
    const shown = pretty(
      result([finding({ cause: { path: 'x.md', line: 1, column: 2, endLine: 1, endColumn: 3 } })]),
      options,
    );
    expect(shown).toContain('manuscripts/a:b,c.md:3:10  error  no-split-paragraph');
    expect(shown).toContain('The page ended here in the print.');
    expect(shown).toContain('also: manuscripts/x.md:1:2');
    expect(shown).toContain('1 error in 1 manuscript.');
    expect(shown).toContain('no-repeated-words 2');
  });
  test('puts advice behind the rest, as queries', () => {
    const shown = pretty(result([finding({ severity: 'advice', ruleId: 'no-relative-date' }), finding()]), options);
    expect(shown.indexOf('no-split-paragraph')).toBeLessThan(shown.indexOf('Queries for the editor'));
    expect(shown.indexOf('Queries for the editor')).toBeLessThan(shown.indexOf('no-relative-date'));
  });
  test('lets nothing of a manuscript command the terminal', () => {
    const shown = pretty(
      result(
        [finding({ message: 'bad \u001b[31m', line: 1, column: 3, endLine: 1, endColumn: 4 })],
        'a\u001b]0;x\u0007b\n',
      ),
      options,
    );
    expect(shown).not.toMatch(/[\u001b\u0007]/);
  });
  test('breaks Chinese between characters and not before a stop', () => {
    for (const line of wrap('请在文末补一个换行。有些程序会把下一个文件直接接在后面，于是读者看不清。', 20)) {
      expect(textWidth(line)).toBeLessThanOrEqual(20);
      expect(line).not.toMatch(/^[，。]/);
    }
  });
});

describe('an excerpt', () => {
  test('of a long line keeps the place in sight and fits', () => {
    const lines = [`${'前'.repeat(500)}此处${'后'.repeat(500)}`];
    const { line, indent, width } = excerpt(lines, { line: 1, column: 501, endLine: 1, endColumn: 503 }, 40);
    expect(textWidth(line)).toBeLessThanOrEqual(42);
    expect(line).toMatch(/^….*此处.*…$/);
    expect(indent).toBe(textWidth(line.slice(0, line.indexOf('此'))));
    expect(width).toBe(4);
  });
  test('does not cut a character of two units, and counts it once', () => {
    const lines = ['𠮷'.repeat(300)];
    const { line } = excerpt(lines, { line: 1, column: 301, endLine: 1, endColumn: 303 }, 20);
    expect(line.isWellFormed()).toBe(true);
  });
  test('of a line of a million characters takes no longer than of a short one', () => {
    const lines = ['字'.repeat(1_000_000)];
    for (let count = 0; count < 2000; count++) {
      excerpt(lines, { line: 1, column: 500_000, endLine: 1, endColumn: 500_002 }, 80);
    }
  });
});

describe('github', () => {
  test('V2 and V3: gives as many annotations of a kind as GitHub shows, gravest first, and the others as lines that are no commands', () => {
    const many = [
      ...Array.from({ length: 60 }, (_, index) => finding({ severity: 'warning', message: `w${index}` })),
      ...Array.from({ length: 12 }, (_, index) => finding({ message: `e${index}` })),
    ];
    const shown = github(result(many), options).trimEnd().split('\n');
    const commands = shown.filter((line) => line.startsWith('::'));
    expect(commands.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(commands.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(shown.findIndex((line) => line.startsWith('::warning'))).toBe(10);
    expect(shown.slice(20)).toHaveLength(1 + 52);
    expect(shown.at(-1)).toMatch(/^ .*w59$/);
  });

  test('writes workflow commands, the gravest first, with nothing that could end one', () => {
    const advice = finding({ severity: 'advice', ruleId: 'no-relative-date', endLine: 3, endColumn: 12 });
    const shown = github(result([advice, finding({ message: '100%\n::error::x' })]), options).split('\n');
    expect(shown).toEqual([
      '::error file=manuscripts/a%3Ab%2Cc.md,line=3,endLine=5,title=no-split-paragraph::100%25%0A::error::x%0AThe page ended here in the print.',
      '::notice file=manuscripts/a%3Ab%2Cc.md,line=3,endLine=3,col=10,endColumn=11,title=no-relative-date::The word “武装” is broken%0AThe page ended here in the print.',
      '',
    ]);
  });
});

describe('sarif', () => {
  const cause = { path: 'x y.md', line: 1, column: 2, endLine: 1, endColumn: 3 };
  const read = (messages: Finding[], text = source) => JSON.parse(sarif(result(messages, text), options)) as Log;

  test('carries rule, place, the other place, fix and a fingerprint', () => {
    const [run] = read([finding({ cause })]).runs;
    expect(run!.columnKind).toBe('utf16CodeUnits');
    expect(run!.tool.driver.rules).toHaveLength(1);
    expect(run!.results![0]).toMatchObject({
      ruleId: 'no-split-paragraph',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'manuscripts/a%3Ab%2Cc.md' },
            region: { startLine: 3, startColumn: 10, endLine: 5, endColumn: 2 },
          },
        },
      ],
      relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'manuscripts/x%20y.md' } } }],
      fixes: [
        {
          artifactChanges: [
            { replacements: [{ deletedRegion: { startLine: 3, startColumn: 11 }, insertedContent: { text: '' } }] },
          ],
        },
      ],
    });
  });
  test('gives a finding the same fingerprint when lines above it change', () => {
    const before = read([finding()]).runs[0]!.results![0]!.partialFingerprints;
    const moved = finding({ line: 5, endLine: 7 });
    expect(read([moved], `---\n---\n${source}`).runs[0]!.results![0]!.partialFingerprints).toEqual(before);
  });
  test('tells two findings of the same words apart', () => {
    const [one, other] = read([finding(), finding()]).runs[0]!.results!;
    expect(one!.partialFingerprints).not.toEqual(other!.partialFingerprints);
  });
});

describe('markdown', () => {
  test('is a report in which nothing quoted breaks out', () => {
    const text = 'x `` <script>alert(1)</script> | ![](http://a.org/b.png) @someone\n';
    const shown = markdown(
      result([finding({ message: '<b>“](x)”</b>', line: 1, column: 1, endLine: 1, endColumn: 9 })], text),
      options,
    );
    const kinds = new Set<string>();
    const visit = (node: { type: string; children?: unknown[] }): void => {
      kinds.add(node.type);
      for (const child of node.children ?? []) visit(child as { type: string });
    };
    visit(unified().use(remarkParse).parse(shown));
    expect(kinds.has('html')).toBe(false);
    expect(kinds.has('image')).toBe(false);
    expect(shown).toContain('`manuscripts/a:b,c.md`');
  });
  test('folds advice for the editor', () => {
    expect(markdown(result([finding({ severity: 'advice' })]), options)).toContain('<details><summary>Queries');
  });
});
