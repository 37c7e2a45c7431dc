/** Messages of the rules about passages: what is there, and in the note why it happens and what to do. */
export const passages = {};
