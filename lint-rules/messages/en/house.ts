/** Messages of the rules about house: what is there, and in the note why it happens and what to do. */
export const house = {};
