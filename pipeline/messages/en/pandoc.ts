export const pandoc = {};
