import type * as en from '../en/resources.js';

export const resources: typeof en.resources = {};
