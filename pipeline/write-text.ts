import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';

/**
 * Replaces a file's text in one step: written beside it and renamed into place, so that a reader sees the old text or the new one and a stop in
 * between leaves the old one. Keeps the file's permissions. Returns whether it was written: not when the file holds something else than
 * `expected` by now.
 */
export async function replaceText(file: string, expected: string, text: string): Promise<boolean> {
  if ((await readFile(file, 'utf8')) !== expected) return false;
  const { mode } = await stat(file);
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (fault) {
    await rm(beside, { force: true });
    throw fault;
  }
  return true;
}
