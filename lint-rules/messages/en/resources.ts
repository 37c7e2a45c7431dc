/** Messages of the rules about resources: what is there, and in the note why it happens and what to do. */
export const resources = {};
