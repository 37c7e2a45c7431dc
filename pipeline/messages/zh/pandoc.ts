import type { pandoc as english } from '../en/pandoc.js';

export const pandoc: typeof english = {};
