import { describe, expect, test } from 'vitest';
import { holds, interpolate } from './expressions.js';
import { readWorkflow, type Values, workflowText } from './read.js';

const workflow = readWorkflow(workflowText('feedback.yml'));
const run = {
  event: 'pull_request',
  conclusion: 'failure',
  path: '.github/workflows/lint.yml',
  head_branch: 'work',
  head_repository: { id: 22 },
};

const scope = (change: Values) => ({
  contexts: { github: { event: { workflow_run: { ...run, ...change } } }, needs: {}, inputs: {} },
  status: 'success' as const,
});

describe('W3: the feedback runs', () => {
  test.each<[Values]>([
    [{}],
    [{ conclusion: 'success' }],
    [{ conclusion: 'timed_out' }],
    [{ conclusion: 'startup_failure' }],
    [{ path: '.github/workflows/lint.yml@refs/heads/main' }],
    [{ path: '.github/workflows/lint.yml@work' }],
    [{ conclusion: 'success', path: '.github/workflows/lint.yml@main' }],
  ])('after %j', (change) => {
    expect(holds(workflow.jobs.feedback!.if, scope(change))).toBe(true);
  });
});

describe('W3, P13: the feedback does not run', () => {
  test.each<[Values]>([
    [{ event: 'push' }],
    [{ event: 'merge_group' }],
    [{ event: 'pull_request_target' }],
    [{ event: 'pull_request_review' }],
    [{ event: 'workflow_dispatch' }],
    [{ event: '' }],
    [{ event: null }],
    [{ conclusion: 'cancelled' }],
    [{ conclusion: 'skipped' }],
    [{ conclusion: 'action_required' }],
    [{ conclusion: 'neutral' }],
    [{ conclusion: 'stale' }],
    [{ conclusion: null }],
    [{ conclusion: '' }],
    [{ path: '.github/workflows/ci.yml' }],
    [{ path: '.github/workflows/lint.yml.yml' }],
    [{ path: '.github/workflows/lint.yaml' }],
    [{ path: '.github/workflows/ci.yml@.github/workflows/lint.yml' }],
    [{ path: 'other/.github/workflows/lint.yml' }],
    [{ path: '' }],
    [{ path: null }],
    [{ event: 'push', conclusion: 'success' }],
    [{ conclusion: 'cancelled', path: '.github/workflows/lint.yml@main' }],
  ])('after %j', (change) => {
    expect(holds(workflow.jobs.feedback!.if, scope(change))).toBe(false);
  });
});

test('W3: the feedback listens to the workflow that lints, by its name, and only to its end', () => {
  const name = readWorkflow(workflowText('lint.yml')).name;
  expect(workflow.on).toEqual({ workflow_run: { workflows: [name], types: ['completed'] } });
});

test('P9: runs of one branch wait for each other, and those of another branch or repository do not', () => {
  const { group, 'cancel-in-progress': cancel } = workflow.concurrency as Values;
  const of = (change: Values) => interpolate(group, scope(change));
  expect(cancel).toBe(false);
  expect(of({})).toBe('feedback-22-work');
  const others = [{ head_branch: 'other' }, { head_repository: { id: 23 } }, { head_repository: null }].map(of);
  expect(new Set([of({}), ...others]).size).toBe(4);
});
