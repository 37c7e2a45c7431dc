import { type Language, say } from './messages/index.js';
import { runOnTerminal } from './progress-terminal.js';
import { printable } from './terminal-text.js';

/** One step of a piece of work, as its reader sees it. */
export interface Stage<C> {
  title: string;
  /** How many manuscripts the stage will report, once the stages before it have run. */
  total?: (context: C) => number;
  /** Leaves the stage out altogether; asked once, before the first stage runs. */
  skip?: (context: C) => boolean;
  /** Does the work, reporting each manuscript that is done; returns what is to be said of the stage when it is over. */
  run(context: C, report: (label: string) => void): Promise<string | undefined> | Promise<void>;
}

export interface ProgressOptions {
  /** Where progress is shown; never where the result goes. */
  stream: NodeJS.WriteStream;
  /** Show a live list, when the stream is a terminal that can. */
  interactive: boolean;
  language: Language;
  /** Show nothing. */
  quiet?: boolean;
}

/** Runs `stages` one after the other on `context`, showing how far they are. What a stage throws ends the run and is thrown on as it is. */
export async function runStages<C>(stages: Stage<C>[], context: C, options: ProgressOptions): Promise<void> {
  const wanted = stages.filter((stage) => !stage.skip?.(context));
  if (options.quiet) {
    for (const stage of wanted) await stage.run(context, () => {});
  } else if (options.interactive && options.stream.isTTY && process.env.TERM !== 'dumb') {
    await runOnTerminal(wanted, context, options);
  } else await runInLines(wanted, context, options);
}

/** One line for each stage when it is over: for logs, which keep every line. */
async function runInLines<C>(stages: Stage<C>[], context: C, { stream, language }: ProgressOptions): Promise<void> {
  for (const { title, total, run } of stages) {
    let count = 0;
    const started = performance.now();
    const time = () => say(language, 'duration', { milliseconds: performance.now() - started });
    try {
      const said = await run(context, () => {
        count++;
      });
      const expected = total?.(context) ?? 0;
      const detail = printable(said || (expected > 0 ? `${count}/${expected}` : ''));
      stream.write(`${say(language, 'stage-line', { title, detail, time: time() })}\n`);
    } catch (error) {
      stream.write(`${say(language, 'stage-failed', { title, time: time() })}\n`);
      throw error;
    }
  }
}
