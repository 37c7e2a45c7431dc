import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action } from './actions.js';
import { Artifacts } from './artifacts.js';
import { holds } from './expressions.js';
import { readWorkflow, workflowText } from './read.js';
import { npmFolder, Repository } from './repository.js';
import { type RunOptions, runWorkflow } from './runner.js';
import { sound, volume } from './volume.js';

let repository: Repository;
beforeAll(() => {
  repository = new Repository(volume);
});
afterAll(() => repository.remove());

let runs = 0;
/** Runs a workflow with programs that only note how they are called. `scripts`: what else each of them does. */
async function run(file: string, event: RunOptions['event'], scripts: Record<string, string>, jobs?: string[]) {
  const workspace = path.join(repository.folder, `run-${++runs}`);
  const [programs, notes] = [path.join(workspace, 'programs'), path.join(workspace, 'notes')];
  mkdirSync(programs, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    const program = path.join(programs, name);
    writeFileSync(program, `#!/usr/bin/env bash\necho "${name} $*" >> '${notes}'\n${script}\n`);
    chmodSync(program, 0o755);
  }
  const artifacts = new Artifacts();
  const given: Record<string, string>[] = [];
  const note: Action = async (inputs) => {
    given.push(inputs);
    return {};
  };
  const actions = { 'github/codeql-action/init': note, 'github/codeql-action/analyze': note };
  const result = await runWorkflow({
    file,
    event,
    repository,
    workspace,
    path: [programs, npmFolder(repository)],
    artifacts,
    actions,
    ...(jobs && { jobs }),
  });
  const called = existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : [];
  return { result, called, given, artifacts: artifacts.of(result.runId) };
}

const push = () => {
  const after = repository.commit({ 'manuscripts/third.md': `${sound}\n${runs}\n` });
  return { name: 'push', payload: { ref: 'refs/heads/main', after } };
};
const npm = 'if [ "$*" = "run volume" ]; then mkdir output && echo book > output/book.pdf; fi';

describe('W2: ci.yml', () => {
  test('installs, tests and compiles what was pushed, and keeps the volume', async () => {
    const { result, called, artifacts } = await run('ci.yml', push(), { npm });
    expect(result.conclusion).toBe('success');
    expect(called).toEqual(['npm ci --ignore-scripts', 'npm test', 'npm run volume']);
    expect(artifacts).toMatchObject([{ name: 'volume', retentionDays: 7 }]);
    expect(result.concurrency).toEqual({ group: 'ci-refs/heads/main', cancelInProgress: true });
  });

  test('fails with the first that fails, also on what a pull request would make of the branch', async () => {
    const pull = repository.open({ files: { 'manuscripts/third.md': sound } });
    const failing = 'if [ "$1" = test ]; then exit 1; fi';
    const { result, called, artifacts } = await run('ci.yml', repository.pullRequestEvent(pull), { npm: failing });
    expect([result.conclusion, result.ref]).toEqual(['failure', `refs/pull/${pull.number}/merge`]);
    expect([called.at(-1), artifacts]).toEqual(['npm test', []]);
  });

  test('W3: keeps one volume, not one of each Node', () => {
    const { strategy, steps = [] } = readWorkflow(workflowText('ci.yml')).jobs.test!;
    const condition = steps.at(-1)!.if;
    const nodes = (strategy?.matrix?.node ?? []) as string[];
    const kept = nodes.filter((node) => holds(condition, { contexts: { matrix: { node } }, status: 'success' }));
    expect([nodes.length, kept]).toEqual([2, ['20']]);
  });
});

describe('W2: security.yml', () => {
  test('audits the workflows, and has what it finds written down', async () => {
    const { result, called, given } = await run('security.yml', push(), { pipx: '' });
    expect(result.conclusion).toBe('success');
    expect(called).toEqual([expect.stringMatching(/^pipx run zizmor==\d+\.\d+\.\d+ --offline --format=github \.$/)]);
    expect(given).toMatchObject([{ languages: 'actions' }, { category: 'actions' }]);
  });

  test('W3: writes nothing down of a pull request, which could not, and fails where the audit does', async () => {
    const event = repository.pullRequestEvent(repository.open({ files: { 'manuscripts/third.md': sound } }));
    const { result, given } = await run('security.yml', event, { pipx: 'exit 14' });
    expect(Object.entries(result.jobs).map(([name, { conclusion }]) => [name, conclusion])).toEqual([
      ['zizmor', 'failure'],
      ['codeql', 'skipped'],
    ]);
    expect(given).toEqual([]);
  });
});

describe('W2: the preview takes the network from the process that compiles', () => {
  /** Does what it is told, whatever its own obedient are. */
  const obedient = 'while [[ $1 == -* ]]; do shift; done; exec "$@"';
  async function preview(scripts: Record<string, string>) {
    const event = repository.pullRequestEvent(
      repository.open({ files: { 'manuscripts/third.md': `${sound}\n再写一段。\n` } }),
    );
    const { result, called, artifacts } = await run('lint.yml', event, { setpriv: obedient, ...scripts }, ['preview']);
    expect(result.jobs.preview!.conclusion).toBe('success');
    expect(artifacts.map(({ name }) => name)).toEqual(['preview']);
    return { called, log: result.jobs.preview!.log };
  }
  const build = expect.stringMatching(/unshare --map-root-user --net \S*node tools\/dist\/pipeline\/cli\.js build /);

  test('as its own user, where that may be done', async () => {
    const { called } = await preview({ unshare: obedient });
    expect(called).toEqual(['unshare --map-root-user --net true', build]);
  });

  test('as the superuser, whose rights are laid down again, where only that one may', async () => {
    const { called } = await preview({
      unshare: `[ "$1" = --map-root-user ] && exit 1\n${obedient}`,
      sudo: obedient,
    });
    expect(called.slice(0, 3)).toEqual([
      'unshare --map-root-user --net true',
      'sudo -n unshare --net true',
      'unshare --net true',
    ]);
    expect(called.at(-1)).toMatch(
      /^setpriv --reuid=\d+ --regid=\d+ --init-groups --no-new-privs \S*node tools\/dist\/pipeline\/cli\.js build /,
    );
    expect(called).toHaveLength(6);
  });

  test('or says that it could not', async () => {
    const { called, log } = await preview({ unshare: 'exit 1', sudo: 'exit 1' });
    expect(called).toEqual(['unshare --map-root-user --net true', 'sudo -n unshare --net true']);
    expect(log).toContain('::notice::This runner cannot take the network away');
  });
});
