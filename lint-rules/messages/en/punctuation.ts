import type { Said } from '../said.js';

const compare =
  'A mark is easily lost where a line or page of the original ends. Compare with it, and add the partner or delete this one.';

/** Messages of the rules about punctuation: what is there, and in the note why it happens and what to do. */
export const punctuation = {
  'no-unbalanced-pairs': {
    unclosed: ({ mark, text }: { mark: string; text: string }): Said => ({
      message: `The mark ${mark} opens and nothing closes it: ${text}…`,
      note: compare,
    }),
    unopened: ({ mark, text }: { mark: string; text: string }): Said => ({
      message: `The mark ${mark} closes and nothing opened it: …${text}`,
      note: compare,
    }),
    reversed: ({ text }: { text: string }): Said => ({
      message: `The opening and the closing mark of ${text} are the wrong way round`,
      note: 'The closing mark stands where the opening one belongs. Exchange the two.',
    }),
    turned: ({ mark, expected }: { mark: string; expected: string }): Said => ({
      message: `The mark ${mark} faces the wrong way and should be ${expected}`,
      note: 'Programs that turn straight marks into curly ones guess the direction, and guessed wrong here. Take the other mark.',
    }),
    crossed: ({ inner, outer, text }: { inner: string; outer: string; text: string }): Said => ({
      message: `The pairs that ${outer} and ${inner} open overlap: ${text}`,
      note: 'Of two pairs one must stand wholly inside the other. Exchange the two closing marks.',
    }),
    widths: ({ text }: { text: string }): Said => ({
      message: `The brackets of ${text} are of two widths`,
      note: 'One is made for Chinese or Japanese text, the other for Latin letters. Take both of the same kind.',
    }),
  },
  'no-mixed-width-punctuation': {
    half: ({ actual, expected }: { actual: string; expected: string }): Said => ({
      message: `“${actual}” is half as wide as “${expected}”, which belongs here`,
      note: 'It was typed with the keyboard in Latin mode, or a conversion changed it. Among Chinese or Japanese letters it looks pinched; take the full-width mark.',
    }),
    name: ({ actual, expected }: { actual: string; expected: string }): Said => ({
      message: `“${actual}” between the parts of a foreign name should be “${expected}”`,
      note: 'The parts of a foreign name in Chinese characters are joined by a dot at half height. Take that one.',
    }),
    brackets: ({ actual, expected }: { actual: string; expected: string }): Said => ({
      message: `The brackets of “${actual}” are half-width; elsewhere the text has “${expected}”`,
      note: 'Around Chinese or Japanese words brackets are of full width. Take the full-width ones.',
    }),
    letters: ({ actual, expected }: { actual: string; expected: string }): Said => ({
      message: `“${actual}” is written in full-width letters or digits, not “${expected}”`,
      note: 'Old typesetting systems wrote them so. A search for the word or number does not find them, and they look loose in print.',
    }),
    doubled: ({ actual, expected }: { actual: string; expected: string }): Said => ({
      message: `“${actual}” is one stop too many; “${expected}” should do`,
      note: 'One was probably left over from an edit or from a line’s end. Keep the right one.',
    }),
    ellipsis: ({ actual, expected }: { actual: string; expected: string }): Said => ({
      message: `“${actual}” stands for an ellipsis, which is “${expected}”`,
      note: 'The stops of an ellipsis are one sign of two squares. Take the sign, or a single stop if the sentence ends here.',
    }),
    full: ({ actual, expected }: { actual: string; expected: string }): Said => ({
      message: `“${actual}” is a full-width mark in a text of half-width letters; “${expected}” belongs here`,
      note: 'It was typed with the keyboard in Chinese or Japanese mode, or a conversion changed it. It leaves a hole in the line.',
    }),
  },
};
