/** Messages of the rules about words: what is there, and in the note why it happens and what to do. */
export const words = {};
