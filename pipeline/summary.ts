import path from 'node:path';
import { type Language, say } from './messages/index.js';
import { printable } from './terminal-text.js';
import { padEnd, padStart, textWidth } from './text-width.js';

export interface BuildSummary {
  title: string;
  /** The output folder; absolute. */
  output: string;
  /** What was written, by paths relative to `output`. */
  files: { path: string; bytes: number }[];
  manuscripts: number;
  /** Of the volume's PDF, when there is one. */
  pages?: number;
  milliseconds: number;
}

/** What a build made: one aligned row a file, the files of a folder in one row, and what it took. */
export function formatSummary(summary: BuildSummary, language: Language, cwd = process.cwd()): string {
  const folder = path.relative(cwd, summary.output) || '.';
  const rows = rowsOf(summary.files).map(({ name, bytes, count }) => ({
    name: printable(path.join(folder, name)) + (count === undefined ? '' : '/'),
    size: formatBytes(bytes),
    note: noteOf(name, count, summary, language),
  }));
  const nameWidth = Math.max(...rows.map(({ name }) => textWidth(name)));
  const sizeWidth = Math.max(...rows.map(({ size }) => textWidth(size)));
  const time = say(language, 'duration', { milliseconds: summary.milliseconds });
  return [
    say(language, 'summary-title', { title: printable(summary.title) }),
    ...rows.map(({ name, size, note }) =>
      `  ${padEnd(name, nameWidth)}  ${padStart(size, sizeWidth)}  ${note}`.trimEnd(),
    ),
    say(language, 'summary-done', { manuscripts: summary.manuscripts, pages: summary.pages, time }),
    '',
  ].join('\n');
}

/** A size in decimal units with at most three digits, as file managers show it. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1000;
  let unit = 0;
  // 999.5 would be rounded to a fourth digit.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

function rowsOf(files: BuildSummary['files']): { name: string; bytes: number; count?: number }[] {
  const rows = new Map<string, { name: string; bytes: number; count?: number }>();
  for (const { path: file, bytes } of files) {
    const [name, inner] = file.split('/') as [string, string?];
    const row = rows.get(name) ?? { name, bytes: 0, ...(inner !== undefined && { count: 0 }) };
    row.bytes += bytes;
    if (row.count !== undefined) row.count++;
    rows.set(name, row);
  }
  return [...rows.values()];
}

function noteOf(name: string, count: number | undefined, { pages }: BuildSummary, language: Language): string {
  if (count !== undefined) return say(language, 'summary-files', { count });
  return name.endsWith('.pdf') && pages !== undefined ? say(language, 'summary-pages', { pages }) : '';
}
