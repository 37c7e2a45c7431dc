import { createHash } from 'node:crypto';
import { location } from 'vfile-location';
import type { Range } from './finding.js';

/** Letters around a finding, on its line, that tell it from others of its rule. */
const context = 20;

/**
 * Names of a file's findings that stay when lines above them come and go: of the rule, the file, the letters of the place and the 20 around it on
 * either side in its line, and a number where all that is the same. In the order of `findings`, 64 bits in hexadecimal and the number.
 */
export function fingerprints(
  path: string,
  source: string,
  findings: readonly (Range & { ruleId: string })[],
): string[] {
  const places = location(source);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const start = places.toOffset({ line: finding.line, column: finding.column }) ?? 0;
    const end = places.toOffset({ line: finding.endLine, column: finding.endColumn }) ?? start;
    const parts = [
      finding.ruleId,
      path,
      letters(lineBefore(source, start)).slice(-context),
      letters(source.slice(start, Math.min(end, start + 1000))),
      letters(lineAfter(source, end)).slice(0, context),
    ];
    const hash = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

const lineBefore = (source: string, at: number) =>
  source.slice(Math.max(0, at - context * 4), at).replace(/^.*[\r\n]/s, '');
const lineAfter = (source: string, at: number) => source.slice(at, at + context * 4).replace(/[\r\n].*$/s, '');
