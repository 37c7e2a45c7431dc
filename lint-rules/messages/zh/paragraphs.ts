import type * as en from '../en/paragraphs.js';

export const paragraphs: typeof en.paragraphs = {};
