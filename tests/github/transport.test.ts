import { describe, expect, it } from 'vitest';
import { requestFault } from '../../pipeline/github/client.js';
import { limits } from '../support/github/index.js';
import { Contribution, header } from './contribution.js';

const damaged = { 'manuscripts/paper.md': `${header('造纸')}他们紧跟紧跟时代的步伐前进。\n` };

/** What a person sees on the pull request. */
const shown = (paper: Contribution) => ({
  comments: paper.comments.length,
  summaries: paper.summaries.length,
  status: paper.github.store.statuses.filter(({ context }) => context === 'galley/lint').length,
});
const whole = { comments: 1, summaries: 1, status: 1 };

describe('a failure on the way to GitHub', () => {
  it('T1: a pause that GitHub asks for is made, with and without being told how long', async () => {
    const paper = await Contribution.open(damaged);
    paper.github.fail({ method: 'POST', path: '/reviews', ...limits.secondary, headers: { 'retry-after': '3' } });
    paper.github.fail({ method: 'POST', path: '/issues/', ...limits.secondary });
    const said = await paper.say();
    expect(said.refused).toEqual([]);
    expect(said.log.join('\n')).toMatch(/waiting 3 s[\s\S]*waiting 60 s/);
    expect(shown(paper)).toEqual(whole);
  });

  it('T2: a limit that lasts longer than our patience is told and not waited for; the rest is written all the same', async () => {
    const paper = await Contribution.open(damaged);
    const { status, headers, body } = limits.primary(Math.floor(Date.now() / 1000) + 3000);
    paper.github.fail({ method: 'POST', path: '/reviews', times: 9, status, headers, body });
    const said = await paper.say();
    expect(said.refused).toEqual(['review']);
    expect(said.log.join('\n')).toContain('giving up');
    expect(said.log.join('\n')).not.toContain('waiting');
    expect(paper.github.writes().filter(({ path }) => path.endsWith('/reviews'))).toHaveLength(1);
    expect(shown(paper)).toEqual({ ...whole, comments: 0 });
    expect(paper.summaries[0]!.body).toContain('另有 1 处没有写在行上');
  });

  it('T3: 429 is waited out as long as it says', async () => {
    const paper = await Contribution.open(damaged);
    paper.github.fail({
      method: 'POST',
      path: '/issues/',
      status: 429,
      headers: { 'retry-after': '7' },
      body: { message: 'Too many requests' },
    });
    const said = await paper.say();
    expect(said.log.join('\n')).toContain('waiting 7 s');
    expect(shown(paper)).toEqual(whole);
  });

  it('T4: so is a refusal in other words that says when to come back', async () => {
    const paper = await Contribution.open(damaged);
    paper.github.fail({
      method: 'POST',
      path: '/reviews',
      status: 403,
      headers: { 'retry-after': '5' },
      body: { message: 'was submitted too quickly' },
    });
    const said = await paper.say();
    expect(said.log.join('\n')).toContain('waiting 5 s');
    expect(shown(paper)).toEqual(whole);
  });

  it('T5: a question that fails is asked again', async () => {
    const paper = await Contribution.open(damaged);
    for (const path of ['/files', '/artifacts', '/git/blobs', '/pulls/1/comments', '/status'])
      paper.github.fail({ method: 'GET', path, times: 2, status: 503 });
    expect((await paper.say()).refused).toEqual([]);
    expect(shown(paper)).toEqual(whole);
  });

  it.each([
    ['T6: 502 after the review was created', '/reviews', { status: 502 }],
    ['T6: 502 after the summary was created', '/issues/', { status: 502 }],
    ['T7: a connection that breaks after the review was created', '/reviews', { action: 'reset' as const }],
    ['T7: a connection that breaks after the summary was created', '/issues/', { action: 'reset' as const }],
    ['T6: 502 after the status was set', '/statuses/', { status: 502 }],
    ['T7: a connection that breaks after the status was set', '/statuses/', { action: 'reset' as const }],
    ['T9: an answer that breaks off after the review was created', '/reviews', { action: 'truncate' as const }],
    ['T9: an answer that breaks off after the summary was created', '/issues/', { action: 'truncate' as const }],
    ['T10: no answer after the review was created', '/reviews', { action: 'hang' as const }],
    ['T10: no answer after the summary was created', '/issues/', { action: 'hang' as const }],
  ])('%s gives one, not two', async (_, path, how) => {
    const paper = await Contribution.open(damaged);
    paper.github.fail({ method: 'POST', path, when: 'after', ...how });
    expect((await paper.say({ timeout: 1500 })).refused).toEqual([]);
    expect(shown(paper)).toEqual(whole);
    expect(paper.github.store.reviews).toHaveLength(1);
  });

  it.each([
    ['T6: 502 before the review was created', '/reviews', { status: 502 }],
    ['T6: 502 before the summary was created', '/issues/', { status: 502 }],
    ['T6: 502 before the status was set', '/statuses/', { status: 502 }],
    ['T7: a connection that breaks before the review was created', '/reviews', { action: 'reset' as const }],
    ['T7: a connection that breaks before the summary was created', '/issues/', { action: 'reset' as const }],
    ['T10: no answer to the review, which was not created,', '/reviews', { action: 'hang' as const }],
  ])('%s gives one all the same', async (_, path, how) => {
    const paper = await Contribution.open(damaged);
    paper.github.fail({ method: 'POST', path, when: 'before', ...how });
    expect((await paper.say({ timeout: 1500 })).refused).toEqual([]);
    expect(shown(paper)).toEqual(whole);
  });

  it('T8: an error page is not quoted into the log', async () => {
    const paper = await Contribution.open(damaged);
    paper.github.fail({ method: 'GET', path: '/artifacts', times: 9, action: 'html', status: 502 });
    const fault = await paper.say().catch((error) => error);
    expect(requestFault(fault)).toMatch(/^502 /);
    expect(requestFault(fault)).not.toContain('<');
    expect(paper.github.writes()).toEqual([]);
  });

  it('T9: an answer to a question that breaks off is asked for again', async () => {
    const paper = await Contribution.open(damaged);
    for (const path of ['/files', '/pulls/1/comments', '/issues/1/comments'])
      paper.github.fail({ method: 'GET', path, when: 'after', action: 'truncate' });
    expect((await paper.say()).refused).toEqual([]);
    expect(shown(paper)).toEqual(whole);
  });

  it('T10: what hangs is given up, and asked for again', async () => {
    const paper = await Contribution.open(damaged);
    paper.github.fail({ method: 'GET', path: '/files', action: 'hang' });
    expect((await paper.say({ timeout: 1500 })).refused).toEqual([]);
    expect(shown(paper)).toEqual(whole);
  });

  it('T11: a token that GitHub does not know ends it at once', async () => {
    const paper = await Contribution.open(damaged);
    await expect(paper.say({ token: 'expired' })).rejects.toMatchObject({ status: 401 });
    expect(paper.github.requests).toHaveLength(1);
  });

  it('P11: a token that may not write is told so once for each part, and leaves no half of anything', async () => {
    const paper = await Contribution.open(damaged);
    paper.github.tokens.set('read-only', { ...paper.github.tokens.get('workflow-token')!, permissions: {} });
    const said = await paper.say({ token: 'read-only' });
    expect(said.refused).toEqual(['review', 'summary', 'status']);
    expect(shown(paper)).toEqual({ comments: 0, summaries: 0, status: 0 });
  });
});
