import type { Said } from '../said.js';

/** The place with `¶` where the paragraph breaks, the text as it should be, and the line between the two pieces when there is one. */
interface Broken {
  text: string;
  expected: string;
  between?: string;
}

const why = 'Most likely a page ended here in the print.';
const also = (between?: string) =>
  between ? ` The line “${between}” belongs to the printed page: take it out, too.` : '';

/** Messages of the rules about paragraphs: what is there, and in the note why it happens and what to do. */
export const paragraphs = {
  'no-split-paragraph': {
    word: ({ text, expected, between }: Broken): Said => ({
      message: `The paragraph breaks inside a word: “${text}”, which should be “${expected}”`,
      note: `${why} Join the two paragraphs.${also(between)}`,
    }),
    hyphen: ({ text, expected, between }: Broken): Said => ({
      message: `The paragraph breaks inside a word: “${text}”, which should be “${expected}”`,
      note: `${why} The hyphen only marked the end of the printed line. Join the two paragraphs, and keep the hyphen only if the word is always written with it.${also(between)}`,
    }),
    sentence: ({ text, between }: Broken): Said => ({
      message: `The paragraph breaks in the middle of a sentence: “${text}”`,
      note: `${why} Join the two paragraphs. If a new thought does begin here, put a full stop before it.${also(between)}`,
    }),
    doubled: ({ text, expected, between }: Broken): Said => ({
      message: `The paragraph breaks inside “${text}”, and a part of it stands twice`,
      note: `${why} The same characters were printed or copied on both pages. It should probably be “${expected}”: join the two paragraphs and keep them once.${also(between)}`,
    }),
    lost: ({ text, expected, between }: Broken): Said => ({
      message: `The paragraph breaks inside “${text}”, and a character seems to be lost`,
      note: `${why} It should probably be “${expected}”. Compare with the original, then join the two paragraphs.${also(between)}`,
    }),
    'line-hyphen': ({ text, expected }: Broken): Said => ({
      message: `“${text}” is one word cut by a hyphen; it should be “${expected}”`,
      note: 'The printed line ended here, and its hyphen came along when the text was copied. Write the word in one piece, and keep the hyphen only if the word is always written with it.',
    }),
  },
  'no-unterminated-paragraph': {
    unterminated: ({ text }: { text: string }): Said => ({
      message: `The paragraph ends without a full stop: “…${text}”`,
      note: 'Either the stop is missing, or something was lost at the end of the paragraph. Compare with the original. If this is a heading, mark it as one with “#”.',
    }),
  },
  'no-truncated-ending': {
    manuscript: ({ text }: { text: string }): Said => ({
      message: `The manuscript stops in the middle of a sentence: “…${text}”`,
      note: 'The end seems to be missing. This happens when a page is left out or a selection ends too early. Please add the rest from the original. If only the full stop is missing, add it.',
    }),
    section: ({ text }: { text: string }): Said => ({
      message: `The section stops in the middle of a sentence: “…${text}”`,
      note: 'The end of the section seems to be missing: the next thing is a heading. Please add the rest from the original. If only the full stop is missing, add it.',
    }),
  },
};
