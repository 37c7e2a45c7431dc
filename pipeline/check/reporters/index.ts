import type { LintResult } from '../finding.js';
import type { ReportOptions } from './options.js';

/** A way to write findings: returns the whole text. */
export type Reporter = (result: LintResult, options: ReportOptions) => string;

/** Every reporter by the name that `--reporter` takes. Each is only loaded when it is asked for. */
export const reporters = {
  pretty: async () => (await import('./pretty.js')).report,
  json: async () => (await import('./json.js')).report,
  github: async () => (await import('./github.js')).report,
  sarif: async () => (await import('./sarif.js')).report,
  markdown: async () => (await import('./markdown.js')).report,
} satisfies Record<string, () => Promise<Reporter>>;

export type ReporterName = keyof typeof reporters;
