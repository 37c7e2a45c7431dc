import type { Said } from '../said.js';

/** Messages of the rules about characters. */
export const characters = {
  'no-compat-codepoints': {
    character: ({ actual, code, expected }: { actual: string; code: string; expected: string }): Said => ({
      message: `“${actual}” (${code}) only looks like “${expected}”`,
      note: 'It came with text copied from a PDF. Readers who search for the word will not find it, and speech programs may skip it. Replace it with the ordinary character.',
    }),
    latin: (args: OtherLetter): Said => otherLetter('a Cyrillic', args),
    cyrillic: (args: OtherLetter): Said => otherLetter('a Latin', args),
  },
  'no-invisible-characters': {
    'zero-width': ({ code }: { code: string }): Said => invisible(`An invisible character of no width (${code})`),
    'soft-hyphen': ({ code }: { code: string }): Said =>
      invisible(`A soft hyphen (${code}), which shows only at a line’s end`),
    'byte-order-mark': ({ code }: { code: string }): Said => invisible(`A byte order mark (${code}) inside the text`),
    control: ({ code }: { code: string }): Said => invisible(`A control character (${code})`),
    selector: ({ code }: { code: string }): Said => invisible(`A variation selector (${code}) with nothing to vary`),
    tag: ({ code }: { code: string }): Said => invisible(`An invisible tag character (${code})`),
    filler: ({ code }: { code: string }): Said => invisible(`An invisible filler (${code})`),
    direction: ({ code }: { code: string }): Said => ({
      message: `A mark that turns the direction of text (${code})`,
      note: 'With it a line can read differently from what it says, and what follows may be printed in the wrong order. Delete it; text from right to left needs none here.',
    }),
    windows: ({ code, expected }: { code: string; expected: string }): Said => ({
      message: `A control character (${code}) that was once “${expected}”`,
      note: 'The text was written under Windows and read with the wrong character set on its way. Put the right character in its place.',
    }),
    'line-separator': ({ code }: { code: string }): Said => ({
      message: `A line separator (${code}) that no program shows as one`,
      note: 'It came from a word processor. Replace it by a space, or by an empty line where a new paragraph begins.',
    }),
    space: ({ code }: { code: string }): Said => ({
      message: `A space of another width (${code}) between two characters`,
      note: 'It is left from the layout of the original and tears the words apart, in print and for a search. Delete it.',
    }),
    'wide-space': ({ code }: { code: string }): Said => ({
      message: `A space as wide as a Chinese character (${code}) between two words`,
      note: 'It was typed with the keyboard in Chinese or Japanese mode, or is left from the layout of the original. Put a common space.',
    }),
    'blank-line': (_: object): Said => ({
      message: 'A line that looks empty but holds blanks',
      note: 'Some programs take it for text, and the paragraphs around it run together. Delete the blanks.',
    }),
  },
  'no-mojibake': {
    replacement: ({ text }: { text: string }): Said => ({
      message: `“${text}” stands where a character could not be read`,
      note: 'The original character is lost in this file. Look it up in the original and type it anew.',
    }),
    private: ({ code }: { code: string }): Said => ({
      message: `A character (${code}) that only the font of the original can show`,
      note: 'In other fonts it becomes an empty box. Look it up in the original and type the real character, or put a picture.',
    }),
    filler: ({ text }: { text: string }): Said => ({
      message: `“${text}” is not text but the trace of a wrong character set`,
      note: 'What stood here was lost when the file was saved or converted. Look it up in the original and type it anew.',
    }),
    misread: ({ text, expected }: { text: string; expected: string }): Said => ({
      message: `“${text}” is garbled and should perhaps be “${expected}”`,
      note: 'The file was once opened or sent with another character set than it was written in. Compare with the original and correct it.',
    }),
    garbled: ({ text }: { text: string }): Said => ({
      message: `“${text}” is garbled`,
      note: 'The file was once opened or sent with another character set than it was written in. Look the words up in the original and type them anew.',
    }),
  },
  'no-cjk-broken-emphasis': {
    marks: ({ text, mark }: { text: string; mark: string }): Said => ({
      message: `The ${mark} around “${text}” are printed as signs and emphasise nothing`,
      note: 'Between a punctuation mark and a character, Markdown does not take them for emphasis. Put the punctuation outside of them, or a space where there is none to move.',
    }),
    blanks: ({ text, mark }: { text: string; mark: string }): Said => ({
      message: `The ${mark} around “${text}” are printed as signs and emphasise nothing`,
      note: 'There is a blank between the signs and the text. Delete it.',
    }),
    lone: ({ text, mark }: { text: string; mark: string }): Said => ({
      message: `The ${mark} before “${text}” has no partner and is printed as it stands`,
      note: 'Emphasis takes such a sign before the words and one behind them. One was left over, or got lost, in editing. Delete it, or add the other one.',
    }),
  },
};

/** A letter of another alphabet, and the word that it stands in. */
export interface OtherLetter {
  actual: string;
  code: string;
  expected: string;
  word: string;
}

const otherLetter = (kind: string, { actual, code, expected, word }: OtherLetter): Said => ({
  message: `In “${word}”, “${actual}” (${code}) is ${kind} letter that only looks like “${expected}”`,
  note: 'It came from a scan or with copied text. Readers who search for the word will not find it, and speech programs may stumble over it. Type the letter of the word’s own alphabet.',
});

const invisible = (message: string): Said => ({
  message,
  note: 'It came along from a web page, a PDF or a chat. It prints nothing, but breaks words for a search and for speech programs. Delete it.',
});
