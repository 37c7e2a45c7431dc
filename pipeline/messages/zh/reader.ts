import type { reader as english } from '../en/reader.js';

export const reader: typeof english = {};
