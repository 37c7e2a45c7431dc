import type * as en from '../en/passages.js';

export const passages: typeof en.passages = {};
