import type { Said } from '../said.js';

interface Enumerated {
  /** The marker that is there, the one that should be, and the one before it, `''` where there is none. */
  marker: string;
  expected: string;
  before: string;
}

/** Messages of the rules about structure: what is there, and in the note why it happens and what to do. */
export const structure = {
  'no-uneven-run-in-headings': {
    unmarked: ({ head, sibling }: { head: string; sibling: string }): Said => ({
      message: `“${head}” opens its paragraph without the mark that “${sibling}” has`,
      note: 'The paragraphs of this row open with heads that are set off, and readers look for the next one. Mark this one like the others, or none of them.',
    }),
    marked: ({ head, sibling }: { head: string; sibling: string }): Said => ({
      message: `“${head}” is marked in another way than “${sibling}”`,
      note: 'The heads of paragraphs in a row should look alike. Choose bold or italics for all of them.',
    }),
    shorter: ({ head, sibling }: { head: string; sibling: string }): Said => ({
      message: `“${head}” is shorter than “${sibling}” and the other heads of this row`,
      note: 'The heads of this row are built alike, so a character may have been lost here. Compare with the original, and restore it.',
    }),
  },
  'no-unmarked-heading': {
    heading: ({ text }: { text: string }): Said => ({
      message: `“${text}” reads like a heading, but is an ordinary paragraph`,
      note: 'In the print it was set in larger or bolder type, which is lost in copying. Without its mark it is missing in the table of contents. Put # signs before it: one for the title, two for a section, three for a subsection.',
    }),
  },
  'no-page-furniture': {
    'page-number': ({ text }: { text: string }): Said => ({
      message: `“${text}” looks like a page number of the original`,
      note: 'The page ended here in the print, and its number came along into the text. The volume numbers its own pages. Delete this line, and join the paragraphs around it where a sentence was cut.',
    }),
    'running-head': ({ text, count }: { text: string; count: number }): Said => ({
      message:
        count > 1
          ? `“${text}” stands here ${count} times and looks like a running head, the line at the top of every page`
          : `“${text}” looks like a running head, the line at the top of every page`,
      note: 'The line was printed at the head or foot of every page and came along into the text. Delete it, and join the paragraphs around it where a sentence was cut.',
    }),
  },
  'no-broken-enumeration': {
    missing: ({ marker, expected, before }: Enumerated): Said => ({
      message: before
        ? `“${marker}” follows “${before}”, and “${expected}” is missing`
        : `“${marker}” comes without “${expected}” before it`,
      note: 'A point was perhaps lost when pages were put together, or one was deleted and the rest not numbered anew. Look whether text is missing here; if not, correct the numbers.',
    }),
    stray: ({ marker, expected }: Enumerated): Said => ({
      message: `“${marker}” comes without “${expected}” before it`,
      note: 'It continues a list that does not begin in this section. Perhaps the first points were lost, or this paragraph belongs to another text. Restore what is missing, or correct the number.',
    }),
    repeated: ({ marker }: Enumerated): Said => ({
      message: `“${marker}” stands twice in the same list`,
      note: 'A point was perhaps pasted twice, or added without numbering the rest anew. Delete the copy, or correct the number.',
    }),
    order: ({ marker, expected }: Enumerated): Said => ({
      message: expected ? `“${marker}” stands where “${expected}” is due` : `“${marker}” is out of sequence`,
      note: 'The points seem to have changed places, or a number was mistyped. Put them in order, or correct the number.',
    }),
  },
};
