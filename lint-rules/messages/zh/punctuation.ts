import type * as en from '../en/punctuation.js';

export const punctuation: typeof en.punctuation = {};
