import type { pdf as english } from '../en/pdf.js';

export const pdf: typeof english = {};
