import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LintResult } from '../finding.js';

/** A manuscript's path as it is named from `cwd`: relative, with slashes. */
export function shownPath(result: Pick<LintResult, 'root'>, file: string, cwd: string): string {
  return path.relative(cwd, path.resolve(result.root, file)).split(path.sep).join('/') || '.';
}

/** The top folder of the repository that a folder lies in. */
export function repositoryAround(folder: string): string | undefined {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}
