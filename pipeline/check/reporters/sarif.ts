import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { location } from 'vfile-location';
import type { Severity } from '../../../lint-rules/ids.js';
import { summaryOf } from '../../../lint-rules/index.js';
import { galleyVersion } from '../../version.js';
import type { Finding, LintResult, Range } from '../finding.js';
import { fingerprints } from '../fingerprint.js';
import type { ReportOptions } from './options.js';
import { shownPath } from './paths.js';

const levels: Record<Severity, Result.level> = { error: 'error', warning: 'warning', advice: 'note' };

/**
 * Findings as SARIF, which code scanning and many editors read, with fixes and the other place of findings that have two.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
export function report(result: LintResult, { cwd, language }: ReportOptions): string {
  const ids = [...new Set(result.files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)))].sort();
  const urls = new Map(result.files.flatMap(({ messages }) => messages.map(({ ruleId, url }) => [ruleId, url])));
  const rules = ids.map((id): ReportingDescriptor => {
    const text = summaryOf(id, language);
    return { id, helpUri: urls.get(id)!, ...(text !== undefined && { shortDescription: { text } }) };
  });
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Galley', version: galleyVersion(), rules } },
        columnKind: 'utf16CodeUnits',
        results: result.files.flatMap(({ path, messages }) => {
          const source = result.sourceOf(path);
          const names = fingerprints(path, source, messages);
          const places = location(source);
          const at = (range: Range, file: string) => placeOf(range, shownPath(result, file, cwd));
          return messages.map((finding, index): Result => {
            const { ruleId, severity, cause } = finding;
            return {
              ruleId,
              ruleIndex: ids.indexOf(ruleId),
              level: levels[severity],
              message: { text: [finding.message, finding.note].filter(Boolean).join('\n\n') },
              locations: [{ physicalLocation: at(finding, path) }],
              ...(cause && { relatedLocations: [{ id: 0, physicalLocation: at(cause, cause.path) }] }),
              ...fixesOf(finding, shownPath(result, path, cwd), places),
              partialFingerprints: { 'galley/v1': names[index]! },
            };
          });
        }),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const uriOf = (file: string) => file.split('/').map(encodeURIComponent).join('/');

function placeOf({ line, column, endLine, endColumn }: Range, file: string): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function fixesOf({ fix }: Finding, file: string, places: ReturnType<typeof location>): Pick<Result, 'fixes'> {
  if (!fix) return {};
  const start = places.toPoint(fix.start);
  const end = places.toPoint(fix.end);
  if (!start || !end) return {};
  const range = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  const { artifactLocation, region } = placeOf(range, file);
  return {
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation: artifactLocation!,
            replacements: [{ deletedRegion: region!, insertedContent: { text: fix.text } }],
          },
        ],
      },
    ],
  };
}
