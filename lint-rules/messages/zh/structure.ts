import type * as en from '../en/structure.js';

export const structure: typeof en.structure = {};
