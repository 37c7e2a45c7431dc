import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

/** Writes a new file and waits until the disk has it. */
export function writeSynced(file: string, bytes: string | Uint8Array): void {
  const handle = openSync(file, 'wx');
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until the disk has a folder's names; does nothing where folders cannot be opened. */
export function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems know no such thing.
  } finally {
    closeSync(handle);
  }
}
