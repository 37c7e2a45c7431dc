import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedbackReport } from '../../pipeline/check/feedback-report.js';
import { reportLimits } from '../../pipeline/check/feedback-report.js';
import { NoFeedback } from '../../pipeline/github/no-feedback.js';
import { readReport } from '../../pipeline/github/read-report.js';

const finding = {
  rule: 'no-repeated-words',
  kind: 'repeated',
  args: { text: '紧跟' },
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 5,
};
const report = (changes: Partial<FeedbackReport> = {}): FeedbackReport => ({
  schema: 1,
  tool: '0.1.0',
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  outcome: 'complete',
  truncated: false,
  manuscripts: 1,
  waived: {},
  files: [{ path: 'a.md', blob: 'c'.repeat(40), locale: 'zh', findings: [finding] }],
  faults: [],
  ...changes,
});
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const withFinding = (changes: object) =>
  report({ files: [{ path: 'a.md', blob: 'c'.repeat(40), locale: 'zh', findings: [{ ...finding, ...changes }] }] });
const withPath = (path: string) => report({ files: [{ path, blob: 'c'.repeat(40), locale: 'zh', findings: [] }] });

/** Why a report is refused, or `read`. */
function outcome(input: Uint8Array): string {
  try {
    readReport(input);
    return 'read';
  } catch (fault) {
    if (!(fault instanceof NoFeedback)) throw fault;
    return fault.id;
  }
}

describe('a report', () => {
  it('that Galley wrote is read as it was written', () => {
    expect(readReport(bytes(report()))).toEqual(report());
  });

  it.each([
    ['A3: larger than it may be', Buffer.alloc(reportLimits.bytes + 1, 0x20), 'untrusted-size'],
    ['A4: no JSON', bytes('{"schema": 1,'), 'untrusted-json'],
    ['A4: JSON behind a byte order mark', bytes(`\uFEFF${JSON.stringify(report())}`), 'untrusted-json'],
    ['A4: no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'untrusted-encoding'],
    ['A4: nothing at all', Buffer.alloc(0), 'untrusted-json'],
    [
      'A5: a key that changes what objects are',
      bytes(JSON.stringify(report()).replace('"schema"', '"__proto__":{"x":1},"schema"')),
      'untrusted-shape',
    ],
    [
      'A5: such a key among the arguments',
      bytes(JSON.stringify(report()).replace('"text"', '"constructor":"x","text"')),
      'untrusted-shape',
    ],
    ['A5: an unknown key', bytes({ ...report(), prose: 'Buy now' }), 'untrusted-shape'],
    [
      'A5: an unknown key among the arguments',
      bytes(withFinding({ args: { text: 'x', html: '<b>' } })),
      'untrusted-shape',
    ],
    ['A5: a message of its own', bytes(withFinding({ message: 'Visit us' })), 'untrusted-shape'],
    ['A5: nested without end', bytes('['.repeat(500_000)), 'untrusted-depth'],
    ['A5: one string without an end, full of escapes', bytes(`"${'\\"'.repeat(300_000)}`), 'untrusted-json'],
    ['A6: an unknown rule', bytes(withFinding({ rule: 'no-such-rule' })), 'untrusted-shape'],
    ['A6: a rule that is a property of every object', bytes(withFinding({ rule: 'toString' })), 'untrusted-shape'],
    ['A6: an unknown kind of finding', bytes(withFinding({ kind: 'constructor' })), 'untrusted-shape'],
    ['A6: arguments of another rule', bytes(withFinding({ args: { code: 'U+200B' } })), 'untrusted-shape'],
    ['A7: a path that leaves the volume', bytes(withPath('../../.github/workflows/x.md')), 'untrusted-shape'],
    ['A7: an absolute path', bytes(withPath('/etc/passwd')), 'untrusted-shape'],
    ['A7: a path with a line end', bytes(withPath('a\n::error::.md')), 'untrusted-shape'],
    ['A7: a path with a mark of direction', bytes(withPath('a\u202Edm.md')), 'untrusted-shape'],
    ['A7: a path of Windows', bytes(withPath('..\\x.md')), 'untrusted-shape'],
    [
      'A8: a line that is no number',
      bytes(JSON.stringify(report()).replace('"line":3', '"line":null')),
      'untrusted-shape',
    ],
    ['A8: a line before the first', bytes(withFinding({ line: 0 })), 'untrusted-shape'],
    ['A8: a negative line', bytes(withFinding({ line: -3 })), 'untrusted-shape'],
    ['A8: half a line', bytes(withFinding({ line: 2.5 })), 'untrusted-shape'],
    ['A8: a line behind all lines', bytes(withFinding({ line: 3, endLine: 1e9 })), 'untrusted-shape'],
    ['A8: a range that ends before it starts', bytes(withFinding({ endLine: 2 })), 'untrusted-shape'],
    [
      'A10: an argument that is longer than one may be',
      bytes(withFinding({ args: { text: 'x'.repeat(reportLimits.text + 1) } })),
      'untrusted-shape',
    ],
    ['A10: an argument that is a list', bytes(withFinding({ args: { text: ['x'] } })), 'untrusted-shape'],
    ['A11: an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]), 'untrusted-zip'],
    ['another version', bytes({ ...report(), schema: 2 }), 'untrusted-shape'],
    ['a commit that is none', bytes(report({ head: 'main' })), 'untrusted-shape'],
    [
      'more findings than it may have',
      bytes(report({ files: [{ ...report().files[0]!, findings: Array(reportLimits.findings + 1).fill(finding) }] })),
      'untrusted-shape',
    ],
    ['the same file twice', bytes(report({ files: [report().files[0]!, report().files[0]!] })), 'untrusted-shape'],
  ])('%s is refused', (_, input, reason) => {
    expect(outcome(input)).toBe(reason);
  });

  it('of arbitrary bytes or values is refused in an orderly way, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (input) => outcome(input) !== 'read'));
    fc.assert(fc.property(fc.json({ maxDepth: 20 }), (input) => outcome(bytes(input)) !== 'read'));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(report())), fc.jsonValue(), (key, value) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(report()[key as keyof FeedbackReport]));
        expect(['read', 'untrusted-shape', 'untrusted-depth']).toContain(outcome(bytes({ ...report(), [key]: value })));
      }),
    );
  });
});
