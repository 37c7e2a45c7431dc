import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach } from 'vitest';

/*
 * No test reaches the network, neither itself nor by a process that it starts: one that tries fails, even where what it tests takes the refusal for a
 * network that is down. This machine itself may be reached.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'galley-network-'));
const log = path.join(folder, 'attempts.log');
const guard = path.join(import.meta.dirname, 'no-network.mjs');
process.env.GALLEY_TEST_NETWORK_LOG = log;
process.env.GALLEY_TEST_LOOPBACK = '1';
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${pathToFileURL(guard)}`.trim();
await import(pathToFileURL(guard).href);

/** Attempts since the last call, one a line. */
export function takeAttempts(): string[] {
  let text: string;
  try {
    text = readFileSync(log, 'utf8');
  } catch {
    return [];
  }
  rmSync(log);
  return text.trimEnd().split('\n');
}

afterEach(() => {
  const attempts = takeAttempts();
  if (attempts.length > 0) throw new Error(`reached for the network:\n${attempts.join('\n')}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
