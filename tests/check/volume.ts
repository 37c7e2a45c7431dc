import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export const header = (title: string, lang = 'zh-CN') =>
  `---\ntitle: ${title}\nauthors: [造纸研究所]\nlang: ${lang}\n---\n\n`;

/** A folder of its own with files in it, gone after the test. */
export async function folderOf(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'galley-lint-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

export async function writeFiles(folder: string, files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
