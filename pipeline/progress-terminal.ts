import { styleText } from 'node:util';
import {
  DefaultRenderer,
  ListrDefaultRendererLogLevels as Level,
  Listr,
  ListrLogger,
  type ListrTask,
  ProcessOutput,
} from 'listr2';
import { say } from './messages/index.js';
import type { ProgressOptions, Stage } from './progress.js';
import { printable, takesColor } from './terminal-text.js';
import { fitText, textWidth } from './text-width.js';

/** listr2 asks whether stdout is a terminal; here the list goes to another stream, which was asked already. */
class StreamRenderer extends DefaultRenderer {
  static override nonTTY = true;
}

/** listr2 holds back what is written to the stream while the list is live, and hides the cursor. */
class HeldOutput extends ProcessOutput {
  /** Undoes both, for a process that ends in the middle. */
  readonly giveBack = () => {
    if (this.active) this.release();
  };
}

/** How often the time on a running stage moves on, in milliseconds. */
const tick = 100;

/** Columns for listr2's mark before a title, and two that it keeps free after it. */
const margin = 4;

/** Runs `stages` under a live list: each with its mark, and the running one with its count, its time and the manuscript just done. */
export async function runOnTerminal<C>(stages: Stage<C>[], context: C, options: ProgressOptions): Promise<void> {
  const { stream } = options;
  const output = new HeldOutput(stream, stream);
  const list = new Listr(
    stages.map((stage): ListrTask<C> => ({ title: fitted(stage.title, [], stream), task: live(stage, options) })),
    {
      renderer: StreamRenderer,
      rendererOptions: {
        logger: new ListrLogger({ useIcons: true, processOutput: output }),
        color: takesColor(stream) ? marksInColor : marksPlain,
        formatOutput: 'truncate',
        showErrorMessage: false,
      },
      registerSignalListeners: false,
    },
  );
  process.on('exit', output.giveBack);
  try {
    await list.run(context);
  } finally {
    process.off('exit', output.giveBack);
  }
}

/** A stage as listr2 runs it: its title is written anew for every report and every tick. */
function live<C>({ title, total, run }: Stage<C>, { stream, language }: ProgressOptions): ListrTask<C>['task'] {
  return async (context, task) => {
    const started = performance.now();
    const expected = total?.(context) ?? 0;
    let count = 0;
    let label = '';
    const show = (parts: string[]) => {
      task.title = fitted(title, parts, stream);
    };
    const time = () => say(language, 'duration', { milliseconds: performance.now() - started });
    const counted = () => (expected > 0 ? `${count}/${expected}` : '');
    const update = () => show([counted(), time(), label]);
    const timer = setInterval(update, tick);
    try {
      update();
      const detail = await run(context, (done) => {
        count++;
        label = printable(done);
        update();
      });
      show([printable(detail || counted()), time()]);
    } catch (error) {
      update();
      throw error;
    } finally {
      clearInterval(timer);
    }
  };
}

/** Title and parts on one line of the terminal; what is last gives way first. */
function fitted(title: string, parts: string[], stream: NodeJS.WriteStream): string {
  // listr2 cuts at the width of stdout, whatever the list is written to.
  const width = Math.min(stream.columns ?? 80, process.stdout.columns ?? 80) - margin;
  let line = fitText(title, width);
  for (const part of parts.filter(Boolean)) {
    const room = width - textWidth(line) - 2;
    // A name cut to two or three characters says nothing.
    if (textWidth(part) > room && room < 6) break;
    line += `  ${fitText(part, room)}`;
  }
  return line;
}

type Marks = Partial<Record<Level, (text?: string) => string>>;

const inColor = (color: 'yellow' | 'green' | 'red' | 'dim') => (text?: string) =>
  styleText(color, text ?? '', { validateStream: false });

const marksInColor: Marks = {
  [Level.PENDING]: inColor('yellow'),
  [Level.COMPLETED]: inColor('green'),
  [Level.FAILED]: inColor('red'),
  [Level.COMPLETED_WITH_FAILED_SISTER_TASKS]: inColor('dim'),
  [Level.WAITING]: inColor('dim'),
};

const marksPlain: Marks = Object.fromEntries(Object.keys(marksInColor).map((level) => [level, (text = '') => text]));
