import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Artifacts } from './artifacts.js';

/** What an action knows of the run that uses it. */
export interface ActionContext {
  workspace: string;
  temp: string;
  /** GitHub's context: event, sha, ref and the rest. */
  github: Readonly<Record<string, unknown>>;
  /** The bare repository that stands for the one on GitHub. */
  origin: string;
  runId: number;
  artifacts: Artifacts;
  log(line: string): void;
}

/** Does what an action does. Returns its outputs; throws where it fails. */
export type Action = (inputs: Record<string, string>, context: ActionContext) => Promise<Record<string, string>>;

/** The actions that the workflows use, by name, at the versions that they pin; each refuses an input that it does not know. */
export const ownActions: Record<string, Action> = {
  'actions/checkout': async (inputs, context) => {
    only(inputs, ['ref', 'path', 'fetch-depth', 'lfs', 'submodules', 'persist-credentials']);
    const { github, origin, workspace } = context;
    const folder = path.resolve(workspace, inputs.path ?? '.');
    if (path.relative(workspace, folder).startsWith('..'))
      throw new Error(`Repository path '${folder}' is not under the workspace`);
    const ref = inputs.ref || String(github.sha);
    if (github.event_name === 'workflow_run' && (/^refs\/pull\//.test(ref) || (inputs.ref && ref !== github.sha)))
      throw new Error('Refusing to check out a pull request in a privileged workflow');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
    git('init', '--quiet');
    const depth = Number(inputs['fetch-depth'] ?? 1);
    git('fetch', '--quiet', '--no-tags', ...(depth > 0 ? [`--depth=${depth}`] : []), `file://${origin}`, ref);
    git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
    context.log(git('log', '--max-count=1', '--format=%H'));
    return { ref, commit: git('rev-parse', 'HEAD').trim() };
  },

  'actions/setup-node': async (inputs) => {
    only(inputs, ['node-version', 'package-manager-cache']);
    return {};
  },

  'actions/upload-artifact': async (inputs, { runId, artifacts, temp, workspace, log }) => {
    only(inputs, ['name', 'path', 'archive', 'if-no-files-found', 'retention-days']);
    const given = path.resolve(workspace, inputs.path ?? '');
    const files = existsSync(given) ? filesIn(given) : new Map<string, string>();
    if (files.size === 0) {
      const message = `No files were found with the provided path: ${inputs.path}. No artifacts will be uploaded.`;
      if (inputs['if-no-files-found'] === 'error') throw new Error(message);
      log(message);
      return {};
    }
    const zipped = inputs.archive !== 'false';
    if (!zipped && files.size > 1)
      throw new Error("When 'archive' is set to false, only a single file can be uploaded");
    const name = zipped ? inputs.name || 'artifact' : [...files.keys()][0]!;
    const refused = [name, ...files.keys()].find((one) => /[":<>|*?\r\n]/.test(one));
    if (refused !== undefined) throw new Error(`The path for one of the files in artifact is not valid: ${refused}`);
    const kept = new Map<string, string>();
    for (const [file, from] of files) {
      const to = path.join(temp, '..', 'artifacts', name, file);
      cpSync(from, to);
      kept.set(file, to);
    }
    const bytes = [...kept.values()].reduce((sum, file) => sum + statSync(file).size, 0);
    artifacts.put(runId, { name, zipped, files: kept, bytes, retentionDays: Number(inputs['retention-days'] || 90) });
    return {};
  },

  'actions/download-artifact': async (inputs, { runId, artifacts, workspace }) => {
    only(inputs, ['name', 'path', 'run-id', 'github-token', 'skip-decompress']);
    if (inputs['run-id'] && !inputs['github-token'])
      throw new Error('github-token is needed for the artifacts of another run');
    const folder = path.resolve(workspace, inputs.path ?? '.');
    mkdirSync(folder, { recursive: true });
    const found = artifacts.of(Number(inputs['run-id'] || runId)).filter(({ name }) => name === inputs.name);
    if (found.length === 0) throw new Error(`Artifact '${inputs.name}' not found`);
    const { name, zipped, files } = found[0]!;
    if (zipped && inputs['skip-decompress'] === 'true') {
      const content = Object.fromEntries([...files].map(([file, from]) => [file, new Uint8Array(readFileSync(from))]));
      writeFileSync(path.join(folder, `${name}.zip`), zipSync(content));
    } else for (const [file, from] of files) cpSync(from, path.join(folder, file));
    return { 'download-path': folder };
  },
};

function only(inputs: Record<string, string>, known: readonly string[]): void {
  const unknown = Object.keys(inputs).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${known.join("', '")}']`);
}

/** Files at a path, by their names within it; hidden ones stay behind. */
function filesIn(given: string): Map<string, string> {
  if (!statSync(given).isDirectory()) return new Map([[path.basename(given), given]]);
  const names = readdirSync(given, { recursive: true, encoding: 'utf8' });
  const shown = names.filter((name) => !name.split(path.sep).some((part) => part.startsWith('.')));
  return new Map(
    shown.map((name) => [name, path.join(given, name)] as const).filter(([, file]) => statSync(file).isFile()),
  );
}
