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

const tables = new Map<string, Map<string, number[]>>();

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
    const own = table.get(character);
    if (!own) return undefined;
    bytes.push(...own);
  }
  return Uint8Array.from(bytes);
}

function tableOf(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const learn = (...bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (character && !character.includes('\ufffd') && [...character].length === 1 && !table.has(character))
      table.set(character, bytes);
  };
  for (let byte = 0; byte < 0x100; byte++) learn(byte);
  if (encoding !== 'gbk' && encoding !== 'big5' && encoding !== 'shift_jis') return table;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) learn(lead, trail);
  }
  return table;
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
