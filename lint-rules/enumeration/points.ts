import type { Block } from '../text/prose.js';

/** A numbered point in its place: positions in `block.text`. */
export interface Point {
  block: Block;
  /** Markers that open headings, bold paragraphs, paragraphs, and those inside a paragraph number things of different rank. */
  level: 'heading' | 'bold' | 'opening' | 'inline';
  number: number;
  start: number;
  end: number;
  text: string;
  /** The same marker with another number; `''` where there is none. */
  write(number: number): string;
}
