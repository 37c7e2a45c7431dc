// A build that only writes: node writer.mjs <output folder> <volume name> [number of the file system call to die at]
// Runs from dist, as the program does, so that it can be killed like it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [output, name, dieAt] = process.argv.slice(2);
if (dieAt) {
  let calls = 0;
  const dying =
    (call, before) =>
    (...args) => {
      calls++;
      if (before && calls === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
      return call(...args);
    };
  const changing = ['renameSync', 'linkSync', 'unlinkSync', 'rmdirSync', 'rmSync', 'mkdirSync', 'symlinkSync'];
  for (const call of [...changing, 'writeFileSync', 'fsyncSync', 'chmodSync', 'copyFileSync']) {
    fs[call] = dying(fs[call].bind(fs), true);
  }
  for (const call of ['open', 'mkdir']) fs.promises[call] = dying(fs.promises[call].bind(fs.promises), true);
  syncBuiltinESMExports();
}

const { openStaging } = await import('../../../dist/pipeline/assemble/output/replace.js');
const { volumeFiles } = await import('./volume-files.mjs');
const staging = await openStaging(output);
for (const [file, bytes] of volumeFiles(name)) await staging.write(file, bytes);
await staging.commit();
