import { characters } from './characters.js';
import { house } from './house.js';
import { layout } from './layout.js';
import { paragraphs } from './paragraphs.js';
import { passages } from './passages.js';
import { punctuation } from './punctuation.js';
import { resources } from './resources.js';
import { structure } from './structure.js';
import { words } from './words.js';

export const messages = {
  ...characters,
  ...house,
  ...layout,
  ...paragraphs,
  ...passages,
  ...punctuation,
  ...resources,
  ...structure,
  ...words,
};
