import type * as en from '../en/words.js';

export const words: typeof en.words = {};
