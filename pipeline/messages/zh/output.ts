import type { output as english } from '../en/output.js';

export const output: typeof english = {};
