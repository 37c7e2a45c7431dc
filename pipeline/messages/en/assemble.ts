export const assemble = {};
