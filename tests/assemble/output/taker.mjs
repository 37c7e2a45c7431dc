// A process that takes a lock and lets it go at once, again and again: node taker.mjs <lock> <times>
const [folder, times] = process.argv.slice(2);
const { takeLock } = await import('../../../dist/pipeline/assemble/output/lock.js');
for (let time = 0; time < Number(times); time++) (await takeLock(folder, 30_000)).release();
