import type * as en from '../en/house.js';

export const house: typeof en.house = {};
