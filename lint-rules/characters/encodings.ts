/** What the bytes 0x80 to 0x9F are in Windows-1252; five are nothing. Node's decoder takes them for Latin-1 in some releases. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The character of a byte in Windows-1252, the way browsers read it. */
export const windowsOf = (byte: number): string =>
  byte >= 0x80 && byte <= 0x9f ? windows[byte - 0x80]! : String.fromCharCode(byte);

let bytesOfWindows: Map<string, number> | undefined;

/** The bytes of a text in Windows-1252, or of Latin-1 where it was read so; `undefined` when it has other characters. */
export function windowsBytes(text: string): Uint8Array | undefined {
  bytesOfWindows ??= new Map([...windows].map((character, index) => [character, 0x80 + index]));
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 0x100 ? code : bytesOfWindows.get(text[index]!);
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  return bytes;
}

/** Character sets that are looked up backwards. */
export type Encoding = 'gbk' | 'big5' | 'shift_jis' | 'windows-1251' | 'windows-1252' | 'koi8-r' | 'macintosh';

/** The bytes of each character of a character set as one number, plus 1: by its code unit, or by itself when it has two. */
interface Table {
  units: Uint16Array;
  pairs: Map<string, number>;
}

const tables = new Map<Encoding, Table>();

/**
 * The bytes of a text in another character set; a character that it lacks gives `undefined`. The table is made from the decoder once,
 * in some milliseconds, so this is only for what looks suspicious already.
 */
export function bytesIn(encoding: Encoding, text: string): Uint8Array | undefined {
  let table = tables.get(encoding);
  if (!table) {
    table = tableOf(encoding);
    tables.set(encoding, table);
  }
  const bytes: number[] = [];
  for (const character of text) {
    const known = character.length === 1 ? table.units[character.charCodeAt(0)] : table.pairs.get(character);
    if (!known) return undefined;
    if (known > 0x100) bytes.push((known - 1) >> 8);
    bytes.push((known - 1) & 0xff);
  }
  return Uint8Array.from(bytes);
}

const lineFeed = 0x0a;
/** What a lead byte and the one behind it may be, in the character sets that have characters of two. */
const [firstLead, lastLead, firstTrail, lastTrail] = [0x81, 0xfe, 0x40, 0xfe];

function tableOf(encoding: Encoding): Table {
  const table: Table = { units: new Uint16Array(0x10000), pairs: new Map() };
  table.units[lineFeed] = lineFeed + 1;
  const codes: number[] = [];
  for (let byte = 0; byte < 0x100; byte++) if (byte !== lineFeed) codes.push(byte);
  if (encoding === 'gbk' || encoding === 'big5' || encoding === 'shift_jis') {
    for (let lead = firstLead; lead <= lastLead; lead++)
      for (let trail = firstTrail; trail <= lastTrail; trail++) codes.push((lead << 8) | trail);
  }
  // Decoded all at once, each on a line of its own: to call the decoder takes longer than to decode.
  const bytes: number[] = [];
  for (const code of codes) {
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff, lineFeed);
  }
  const lines = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  let at = 0;
  for (const code of codes) {
    const end = lines.indexOf('\n', at);
    learn(table, lines.slice(at, end), code + 1);
    at = end + 1;
  }
  return table;
}

/** Of two ways to write a character the first counts; what is more than one is no character. */
function learn({ units, pairs }: Table, character: string, known: number): void {
  if (character.length === 1 && character !== '\ufffd') units[character.charCodeAt(0)] ||= known;
  else if (character.length === 2 && character.codePointAt(0)! > 0xffff && !pairs.has(character))
    pairs.set(character, known);
}

/** The Han that a character set has at these lead bytes and these behind them, each from one to another. */
export function hanAt(encoding: Encoding, leads: readonly [number, number], trails: readonly [number, number]): string {
  const bytes: number[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0]; trail <= trails[1]; trail++) bytes.push(lead, trail);
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replace(/[^\u3400-\u9fff]/g, '');
}

/** The text that bytes are in a character set; `undefined` when they are none in it. A character cut off at the end is left out. */
export function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  for (let cut = 0; cut <= 2 && cut < bytes.length; cut++) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {}
  }
  return undefined;
}
