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
      message: `The marks of ${text} are turned round`,
      note: 'Where the opening mark belongs, the closing one stands, and the other way round. Change them over.',
    }),
    turned: ({ mark, expected }: { mark: string; expected: string }): Said => ({
      message: `The mark ${mark} faces the wrong way and should be ${expected}`,
      note: 'Programs that turn straight marks into curly ones guess the direction, and guessed wrong here. Take the other mark.',
    }),
    crossed: ({ inner, outer, text }: { inner: string; outer: string; text: string }): Said => ({
      message: `What ${inner} opened is closed behind what ${outer} opened before it: ${text}`,
      note: 'Of two pairs one must stand inside the other. Change the closing marks over.',
    }),
    widths: ({ text }: { text: string }): Said => ({
      message: `The brackets of ${text} are of two widths`,
      note: 'One is made for Chinese or Japanese text, the other for Latin letters. Take both of the same kind.',
    }),
  },
};
