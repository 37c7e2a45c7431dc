import { describe, expect, test } from 'vitest';
import { faultsIn } from './policy.js';
import { expression, workflowFiles, workflowText } from './read.js';

test.each(workflowFiles)('W1: %s keeps to the policy', (file) => {
  expect(faultsIn(file, workflowText(file))).toEqual([]);
});

const title = expression('github.event.pull_request.title');
const pin = (action: string) => `${action}@${'0123456789'.repeat(4)} # v1.2.3`;

const good = `name: Good
on: { workflow_run: { workflows: [Manuscript lint] } }
permissions: {}
concurrency: good
defaults: { run: { shell: bash } }
jobs:
  feedback:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: { contents: read, statuses: write }
    steps:
      - uses: ${pin('actions/checkout')}
        with: { persist-credentials: false }
      - uses: ${pin('actions/setup-node')}
        with: { node-version: 20, package-manager-cache: false }
      - run: npm ci --ignore-scripts && npm run build
      - uses: ${pin('actions/download-artifact')}
        with: { name: report.json, skip-decompress: true, path: '\${{ runner.temp }}/in' }
      - run: node tools/cli.js "$TITLE"
        env: { TITLE: '\${{ github.event.pull_request.title }}' }
`;

const plainPermissions = 'permissions: { contents: read, statuses: write }';
const untrusted = good.replace('workflow_run: { workflows: [Manuscript lint] }', 'pull_request: {}').replace(
  `      - uses: ${pin('actions/setup-node')}`,
  `      - uses: ${pin('actions/checkout')}
        with: { persist-credentials: false, path: pr }
      - uses: ${pin('actions/setup-node')}`,
);

describe('W1: the policy', () => {
  test.each([
    ['a workflow on workflow_run', good],
    ['a workflow that has the pull request beside it', untrusted],
  ])('lets pass %s', (_, text) => {
    expect(faultsIn('feedback.yml', text)).toEqual([]);
  });

  test.each<[fault: string, from: string, to: string]>([
    ['runs on pull_request_target', 'on: { workflow_run', 'on: { pull_request_target: {}, workflow_run'],
    ['permissions at the top are not {}', 'permissions: {}\n', 'permissions: { contents: read }\n'],
    ['permissions at the top are not {}', 'permissions: {}\n', ''],
    ['permissions at the top are not {}', 'permissions: {}\n', 'permissions: read-all\n'],
    ['has no concurrency', 'concurrency: good\n', ''],
    ['the default shell is not bash', '{ shell: bash }', '{ shell: sh }'],
    ['reads a secret', title, expression('secrets.DEPLOY_KEY')],
    ['reads a secret', `'${title}'`, `"${expression("secrets['DEPLOY_KEY']")}"`],
    ['reads a secret', '    timeout-minutes: 5', '    timeout-minutes: 5\n    secrets: inherit'],
    ['reads a variable, which no run from a fork is given', title, expression('vars.LANGUAGE')],
    [
      `actions/checkout@${'0123456789'.repeat(4)} is not followed by its version`,
      pin('actions/checkout'),
      pin('actions/checkout').split(' ')[0]!,
    ],
    ['feedback: has no timeout', '    timeout-minutes: 5\n', ''],
    ['feedback: does not run on ubuntu-24.04', 'ubuntu-24.04', 'ubuntu-latest'],
    ['feedback: does not run on ubuntu-24.04', 'ubuntu-24.04', 'self-hosted'],
    ['feedback: has no permissions', `    ${plainPermissions}\n`, ''],
    ['feedback: asks for write-all', plainPermissions, 'permissions: write-all'],
    ['feedback: may write contents', plainPermissions, 'permissions: { contents: write }'],
    ['feedback: may write id-token', plainPermissions, 'permissions: { id-token: write }'],
    [
      'feedback: actions/checkout@v7.0.1 is not pinned by its full commit',
      pin('actions/checkout'),
      'actions/checkout@v7.0.1 # v7.0.1',
    ],
    [
      `feedback: ${pin('somebody/comment').split(' ')[0]} is nobody's whom the project trusts`,
      pin('actions/checkout'),
      pin('somebody/comment'),
    ],
    ['feedback: a checkout keeps its credentials', '{ persist-credentials: false }', '{ fetch-depth: 1 }'],
    [
      'feedback: a checkout waives its guard',
      '{ persist-credentials: false }',
      '{ persist-credentials: false, allow-unsafe-pr-checkout: true }',
    ],
    [
      'feedback: a privileged job checks out a ref',
      '{ persist-credentials: false }',
      `{ persist-credentials: false, ref: '${expression('github.event.workflow_run.head_sha')}' }`,
    ],
    [
      'feedback: a privileged job checks out a ref',
      '{ persist-credentials: false }',
      '{ persist-credentials: false, repository: somebody/fork }',
    ],
    ['feedback: a cache is used', pin('actions/checkout'), pin('actions/cache')],
    ['feedback: a cache is used', pin('actions/checkout'), pin('actions/cache/restore')],
    ['feedback: setup-node caches', ', package-manager-cache: false', ''],
    ['feedback: setup-node caches', ', package-manager-cache: false', ', package-manager-cache: false, cache: npm'],
    ['feedback: an artifact is unzipped', ' skip-decompress: true,', ''],
    ['feedback: an artifact is put beside the programs', `${expression('runner.temp')}/in`, 'in'],
    ['feedback: any artifact is fetched', ' name: report.json,', ''],
    ['feedback: an expression stands in a script', '"$TITLE"', `'${title}'`],
    ['feedback: packages are installed otherwise than by npm ci --ignore-scripts', 'npm ci --ignore-scripts', 'npm ci'],
    [
      'feedback: packages are installed otherwise than by npm ci --ignore-scripts',
      'npm ci --ignore-scripts',
      'npm install --ignore-scripts',
    ],
    ['feedback: packages are installed otherwise than by npm ci --ignore-scripts', 'npm run build', 'npx cowsay'],
    ['feedback: a privileged job fetches commits', 'npm run build', 'gh pr checkout 1'],
    ['feedback: a privileged job fetches commits', 'npm run build', 'git fetch origin refs/pull/1/head'],
  ])('catches: %s', (fault, from, to) => {
    const bad = good.replace(from, to);
    expect(bad).not.toBe(good);
    expect(faultsIn('feedback.yml', bad)).toEqual([fault]);
  });

  test.each([
    ['        env: { TITLE:', '        working-directory: pr/tools\n        env: { TITLE:'],
    ['        env: { TITLE:', '        working-directory: pr\n        env: { TITLE:'],
    ['npm run build', 'cd pr && npm run build'],
  ])("catches work in the pull request's files", (from, to) => {
    const bad = untrusted.replace(from, to);
    expect(bad).not.toBe(untrusted);
    expect(faultsIn('feedback.yml', bad)).toEqual(["feedback: works in the pull request's files"]);
  });

  test('lets a job write nothing under another name', () => {
    expect(faultsIn('lint.yml', good)).toEqual(['feedback: may write statuses']);
  });
});
