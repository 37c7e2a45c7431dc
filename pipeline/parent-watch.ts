/**
 * A thread of a child process that ends it when its parent is gone. The main thread cannot: while it runs a job that hangs, it hears of nothing.
 */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 500);
