import { type Language, say } from './messages/index.js';

export interface ProgressLineOptions {
  /** Where progress is shown; never where the result goes. */
  stream: NodeJS.WriteStream;
  /** Rewrite one line, when the stream is a terminal that can; otherwise only a long run leaves a line, when it is over. */
  interactive: boolean;
  language: Language;
}

/** Milliseconds before which nobody wants to know how far a run is, and between two looks. */
const patience = 1000;
const pause = 100;

/** How far one piece of work is, in a line of its own that goes away when it is done. Short runs show nothing. */
export class ProgressLine {
  readonly #started = performance.now();
  #shown = 0;
  #last = '';

  constructor(
    readonly title: string,
    readonly options: ProgressLineOptions,
  ) {}

  /** `done` of `total` are done. */
  update(done: number, total: number): void {
    const now = performance.now();
    this.#last = `${done}/${total}`;
    if (!this.options.interactive || now - this.#started < patience || now - this.#shown < pause) return;
    this.#shown = now;
    this.options.stream.write(`\r\u001b[K${this.title} ${this.#last}`);
  }

  /** Clears the line; in a log, says what a long run did. */
  end(): void {
    const { stream, interactive, language } = this.options;
    const milliseconds = performance.now() - this.#started;
    if (this.#shown > 0) stream.write('\r\u001b[K');
    if (interactive || this.#last === '' || milliseconds < patience * 5) return;
    const time = say(language, 'duration', { milliseconds });
    stream.write(`${say(language, 'stage-line', { title: this.title, detail: this.#last, time })}\n`);
  }
}
