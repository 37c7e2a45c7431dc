/** Which of its parts the bundled program is to be: the command line, or a thread that checks manuscripts. Given by whoever runs it. */
declare const part: 'cli' | 'worker';

void (part === 'worker' ? import('./check/worker.js') : import('./cli.js'));
