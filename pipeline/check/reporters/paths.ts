import path from 'node:path';
import type { LintResult } from '../finding.js';

/** A manuscript's path as it is named from `cwd`: relative, with slashes. */
export function shownPath(result: Pick<LintResult, 'root'>, file: string, cwd: string): string {
  return path.relative(cwd, path.resolve(result.root, file)).split(path.sep).join('/') || '.';
}
