import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** Where the units of a text stand in the source: runs that go in step, and units that are wider there (escapes, character references). */
export class SourceMap {
  readonly #text: number[] = [];
  readonly #source: number[] = [];
  readonly #width: number[] = [];
  #end = 0;

  /** Appends a run of `length` units, from `text` on, that stand one to one from `source` on. */
  add(text: number, source: number, length: number): void {
    const last = this.#text.length - 1;
    const goesOn =
      last >= 0 && this.#width[last] === 1 && text - this.#text[last]! === source - this.#source[last]! && length > 0;
    if (!goesOn) this.#push(text, source, 1);
    this.#end = Math.max(this.#end, source + length);
  }

  /** Appends one unit of text that takes `width` units of the source. */
  addWide(text: number, source: number, width: number): void {
    this.#push(text, source, width);
    this.#end = Math.max(this.#end, source + width);
  }

  #push(text: number, source: number, width: number): void {
    this.#text.push(text);
    this.#source.push(source);
    this.#width.push(width);
  }

  /** Offset in the source of the unit at `index` of the text. */
  start(index: number): number {
    const run = this.#runOf(index);
    if (run < 0) return this.#end;
    const width = this.#width[run]!;
    const inside = index - this.#text[run]!;
    const offset = width === 1 ? inside : inside > 0 ? width : 0;
    return Math.min(this.#source[run]! + offset, this.#end);
  }

  /** Offset in the source behind the unit before `index`: the exclusive end of a range. */
  end(index: number): number {
    const run = this.#runOf(index - 1);
    if (run < 0) return this.start(0);
    const inside = index - 1 - this.#text[run]!;
    return Math.min(this.#source[run]! + (inside === 0 ? this.#width[run]! : inside + 1), this.#end);
  }

  #runOf(index: number): number {
    let low = 0;
    let high = this.#text.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#text[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return high < 0 ? -1 : low;
  }
}

const reference = /^&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z\d]{1,31}));/;
const escapable = /[!-/:-@[-`{-~]/;

/**
 * Maps the value of a text node, from index `at` of the text on, to the source that it was parsed from, `source.slice(start, end)`. Escapes and
 * character references are wider in the source; indentation and block quote markers at a line's start are not in the value.
 */
export function mapText(map: SourceMap, at: number, value: string, source: string, start: number, end: number): void {
  if (end - start === value.length) {
    map.add(at, start, value.length);
    return;
  }
  let position = start;
  for (let index = 0; index < value.length; index++) {
    const unit = value[index]!;
    const wide = wideUnit(source, position, value, index);
    if (wide) {
      map.addWide(at + index, position, wide.width);
      if (wide.units === 2) map.addWide(at + ++index, position, wide.width);
      position += wide.width;
      continue;
    }
    const lineStart = unit === '\n' || value[index - 1] === '\n';
    while (position < end && source[position] !== unit && isLeftOut(source[position]!, lineStart)) position++;
    map.add(at + index, Math.min(position, end - 1), 1);
    position++;
  }
}

/** What the parser leaves out of a text: carriage returns, and at a line's start or end blanks and quote markers. */
function isLeftOut(unit: string, lineStart: boolean): boolean {
  return unit === '\r' || (lineStart && (unit === ' ' || unit === '\t' || unit === '>' || unit === '\n'));
}

/** The escape or character reference that stands at `position` for the unit at `index` of the value. */
function wideUnit(source: string, position: number, value: string, index: number) {
  const first = source[position];
  if (first === '\\') {
    const next = source[position + 1];
    return next === value[index] && next && escapable.test(next) ? { width: 2, units: 1 } : undefined;
  }
  if (first !== '&') return undefined;
  const match = reference.exec(source.slice(position, position + 40));
  const decoded = match && decode(match);
  return decoded && value.startsWith(decoded, index) ? { width: match[0].length, units: decoded.length } : undefined;
}

function decode([, decimal, hexadecimal, name]: RegExpExecArray): string | false {
  if (name) return decodeNamedCharacterReference(name);
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal!, 16);
  return code > 0x10ffff || code === 0 ? '\uFFFD' : String.fromCodePoint(code);
}
