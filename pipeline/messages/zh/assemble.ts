import type { assemble as english } from '../en/assemble.js';

export const assemble: typeof english = {};
