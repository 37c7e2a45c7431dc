import type { program as english } from '../en/program.js';

export const program: typeof english = {};
