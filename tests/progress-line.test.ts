import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ProgressLine } from '../pipeline/progress-line.js';

function lineOn(interactive: boolean) {
  const stream = new PassThrough();
  const options = { stream: stream as unknown as NodeJS.WriteStream, interactive, language: 'en' as const };
  return { line: new ProgressLine('Look', options), text: () => String(stream.read() ?? '') };
}

test('says nothing of a short run', () => {
  const { line, text } = lineOn(true);
  line.update(1, 2);
  line.end();
  expect(text()).toBe('');
});

test('shows how far a long run is, and clears its line', async () => {
  const { line, text } = lineOn(true);
  await wait(1050);
  line.update(1, 2);
  expect(text()).toBe('\r\u001b[KLook 1/2');
  line.end();
  expect(text()).toBe('\r\u001b[K');
});

test('leaves no control characters in a log', async () => {
  const { line, text } = lineOn(false);
  await wait(1050);
  line.update(1, 2);
  line.end();
  expect(text()).toBe('');
});
