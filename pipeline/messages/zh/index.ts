import { assemble } from './assemble.js';
import { check } from './check.js';
import { feedback } from './feedback.js';
import { findings } from './findings.js';
import { output } from './output.js';
import { pandoc } from './pandoc.js';
import { pdf } from './pdf.js';
import { program } from './program.js';
import { reader } from './reader.js';
import { volume } from './volume.js';

export const messages = {
  ...program,
  ...volume,
  ...pandoc,
  ...reader,
  ...assemble,
  ...check,
  ...pdf,
  ...output,
  ...findings,
  ...feedback,
};
