import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ruleModules } from '../lint-rules/index.js';
import { codeFile, precompiled, run } from './precompiled.js';

/*
 * Part of the build: checks a text that has something for every rule, and keeps what V8 made of the program for that. V8 compiles a function when it is
 * first called; so the text is made of the examples in the rules' documentation, and every one of their messages is written.
 */

const folder = mkdtempSync(path.join(tmpdir(), 'galley-precompile-'));
writeFileSync(path.join(folder, 'volume.yml'), 'title: Examples\n');
for (const [id, { documentation }] of Object.entries(ruleModules)) {
  const text = documentation.examples.map((example) => example.text).join('\n\n');
  writeFileSync(path.join(folder, `${id}.md`), text);
}
process.argv = [process.argv[0]!, 'galley', 'lint', '--no-cache', '--quiet', '--root', folder];
process.stdout.write = () => true;
const script = precompiled();
run('cli', script);

process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
  // Put there whole: V8 does not look at every byte of it.
  writeFileSync(`${codeFile}.tmp`, script.createCachedData());
  renameSync(`${codeFile}.tmp`, codeFile);
  process.exitCode = 0;
});
