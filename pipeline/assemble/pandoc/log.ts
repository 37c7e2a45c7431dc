import type { PandocWarning } from '../pandoc.js';

interface LogEntry {
  type?: string;
  verbosity?: string;
  pretty?: string;
  message?: string;
  contents?: string;
  line?: number;
  column?: number;
}

/** Warnings of pandoc's log in JSON, as `--log` writes it; what is mere information is left out. */
export function warningsFrom(log: string): PandocWarning[] {
  const entries = (log.trim() ? JSON.parse(log) : []) as LogEntry[];
  return entries
    .filter(({ verbosity }) => verbosity !== 'INFO' && verbosity !== 'DEBUG')
    .map(({ pretty, message, contents, type, line, column }) => ({
      message: withoutFileName(String(pretty ?? message ?? contents ?? type ?? '')),
      ...(type !== undefined && { type }),
      ...(typeof line === 'number' && { line }),
      ...(typeof column === 'number' && { column }),
    }));
}

/** A message of pandoc without the name that its input has inside the run, which says nothing to an author. */
export function withoutFileName(message: string): string {
  return message.replace(/(?: at)? "?(?:\/stdin|galley-input)"?/g, '');
}
