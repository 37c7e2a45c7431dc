import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assignmentsIn } from './commands.js';

/** What a step's script left behind, besides its exit code. */
export interface ScriptResult {
  code: number | null;
  log: string;
  outputs: Record<string, string>;
  /** For the steps that follow. */
  env: Record<string, string>;
  path: string[];
  summary: string;
}

export interface Script {
  run: string;
  /** As the workflow names it. */
  shell: string | undefined;
  cwd: string;
  env: Record<string, string>;
  /** A folder for the files through which a script and the runner speak. */
  temp: string;
  milliseconds: number;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
const shells: Record<string, string[]> = {
  '': ['-e'],
  bash: ['--noprofile', '--norc', '-eo', 'pipefail'],
};

/** Runs a step's script as the runner does, in a shell of its own. */
export async function runScript({ run, shell = '', cwd, env, temp, milliseconds }: Script): Promise<ScriptResult> {
  const options = shells[shell];
  if (!options) throw new Error(`This runner has no shell '${shell}'`);
  const file = (name: string) => path.join(temp, name);
  const script = file('script.sh');
  writeFileSync(script, run);
  const spoken = { GITHUB_OUTPUT: 'output', GITHUB_ENV: 'env', GITHUB_PATH: 'path', GITHUB_STEP_SUMMARY: 'summary' };
  for (const name of Object.values(spoken)) writeFileSync(file(name), '');
  const files = Object.fromEntries(Object.entries(spoken).map(([variable, name]) => [variable, file(name)]));
  const { code, log } = await execute([...options, script], { cwd, env: { ...env, ...files }, milliseconds });
  const written = (name: string) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');
  const added = assignmentsIn(written('env'));
  if ('NODE_OPTIONS' in added)
    throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  const summary = written('summary');
  if (Buffer.byteLength(summary) > 1024 * 1024)
    throw new Error('$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k');
  return {
    code,
    log,
    outputs: assignmentsIn(written('output')),
    env: added,
    path: written('path').split('\n').filter(Boolean),
    summary,
  };
}

function execute(
  args: string[],
  { cwd, env, milliseconds }: { cwd: string; env: Record<string, string>; milliseconds: number },
): Promise<{ code: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (data) => chunks.push(data));
    child.stderr.on('data', (data) => chunks.push(data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log: Buffer.concat(chunks).toString() }));
  });
}
