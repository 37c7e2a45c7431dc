import { renderEpub } from '../../../pipeline/assemble/epub/render.js';
import { openPandoc } from '../../../pipeline/assemble/pandoc.js';
import type { Fault } from '../../../pipeline/faults.js';
import type { Volume } from '../../../pipeline/volume/types.js';
import { type Book, openBook } from './book.js';
import { sampleVolume } from './sample.js';
import { coverPng } from './volume.js';

interface Rendered {
  epub: Uint8Array;
  book: Book;
  warnings: Fault[];
  /** Manuscripts in the order in which they were reported. */
  reported: string[];
}

export interface Sample extends Rendered {
  /** Renders the sample volume once more, from fresh documents, with `changes`. */
  renderAgain(changes?: Partial<Volume>): Promise<Rendered>;
  close(): Promise<void>;
}

/** The sample volume as EPUB, dated 2026-06-01T10:20:30Z, through the embedded pandoc; to be closed. */
export async function openSample(): Promise<Sample> {
  const pandoc = await openPandoc({ env: { ...process.env, GALLEY_PANDOC: 'embedded' } });
  const render = async (changes: Partial<Volume> = {}): Promise<Rendered> => {
    const { volume, documents } = await sampleVolume();
    const reported: string[] = [];
    const { epub, warnings } = await renderEpub({ ...volume, ...changes }, documents, {
      pandoc,
      cover: await coverPng(),
      sourceDate: new Date('2026-06-01T10:20:30Z'),
      onManuscript: (id) => reported.push(id),
    });
    return { epub, book: openBook(epub), warnings, reported };
  };
  return { ...(await render()), renderAgain: render, close: () => pandoc.close() };
}
