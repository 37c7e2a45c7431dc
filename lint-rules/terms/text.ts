import { foldAt, isWide } from '../facts/letters.js';
import { opaque } from '../text/mask.js';
import type { Block } from '../text/prose.js';

/** The folded letters of blocks in a row, a U+0000 between blocks and for what is no prose, and where each one stands. */
export interface FoldedText {
  text: string;
  /** Index of the block that each letter stands in, and its position in the block's text. */
  blocks: Int32Array;
  positions: Int32Array;
}

export function foldBlocks(blocks: readonly Block[]): FoldedText {
  const total = blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
  const units = new Uint16Array(total);
  const inBlocks = new Int32Array(total);
  const positions = new Int32Array(total);
  let count = 0;
  const add = (unit: number, block: number, position: number) => {
    units[count] = unit;
    inBlocks[count] = block;
    positions[count++] = position;
  };
  const none = opaque.charCodeAt(0);
  blocks.forEach(({ text }, block) => {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      const letter = foldAt(text, index);
      if (letter > 0) add(letter, block, index);
      else if (unit === none) add(0, block, index);
    }
    add(0, block, text.length);
  });
  return { text: textOf(units.subarray(0, count)), blocks: inBlocks, positions };
}

export function foldLetters(text: string): string {
  const units = new Uint16Array(text.length);
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = foldAt(text, index);
    if (letter > 0) units[count++] = letter;
  }
  return textOf(units.subarray(0, count));
}

const atOnce = 8192;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += atOnce) text += String.fromCharCode(...units.subarray(at, at + atOnce));
  return text;
}

/** Whether a letter of a script with spaces stands inside a word there, so that no term begins or ends at it. */
export function isInsideWord(text: string, index: number): boolean {
  const [before, behind] = [text[index - 1], text[index]];
  return before !== undefined && behind !== undefined && isSpaced(before) && isSpaced(behind);
}

const isSpaced = (character: string): boolean => {
  const letter = foldAt(character, 0);
  return letter > 0 && !isWide(letter);
};
