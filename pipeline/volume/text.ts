/** What bytes that should be text seem to be instead. */
export type Encoding = 'UTF-16' | 'UTF-32' | 'GB18030' | 'Big5' | 'Shift_JIS' | 'windows-1252';
export type BinaryKind = 'PDF' | 'Word' | 'ZIP' | 'RTF' | 'image' | 'binary' | 'LFS';

export type Decoded =
  | { text: string }
  | { problem: 'binary'; kind: BinaryKind }
  | { problem: 'encoding'; encoding: Encoding }
  | { problem: 'bad-byte'; byte: number; line: number; column: number; encoding?: Encoding }
  | { problem: 'nul'; line: number; column: number };

/** Decodes strict UTF-8 with LF line ends; a byte order mark is dropped. Anything else is named for what it looks like, with its first bad byte. */
export function decodeText(bytes: Buffer): Decoded {
  const decoded = decodeAsIs(bytes);
  if (!('text' in decoded)) return decoded;
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text;
  return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text };
}

/** Decodes strict UTF-8 and keeps line ends and a byte order mark, so that places in the text are places in the file. */
export function decodeAsIs(bytes: Buffer): Decoded {
  if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff))
    return { problem: 'encoding', encoding: 'UTF-32' };
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return { problem: 'encoding', encoding: 'UTF-16' };
  const kind = binaryKind(bytes);
  if (kind) return { problem: 'binary', kind };
  const nul = bytes.indexOf(0);
  if (nul >= 0 && looksLikeUtf16(bytes)) return { problem: 'encoding', encoding: 'UTF-16' };

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    if (nul >= 0) return { problem: 'binary', kind: 'binary' };
    const offset = firstBadByte(bytes);
    const encoding = guessEncoding(bytes, offset);
    return { problem: 'bad-byte', byte: bytes[offset]!, ...positionOf(bytes, offset), ...(encoding && { encoding }) };
  }
  if (nul >= 0) return { problem: 'nul', ...positionOf(bytes, nul) };
  return { text };
}

function starts(bytes: Buffer, ...magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function binaryKind(bytes: Buffer): BinaryKind | undefined {
  const head = bytes.subarray(0, 64).toString('latin1');
  if (head.startsWith('%PDF-')) return 'PDF';
  if (head.startsWith('PK\x03\x04')) return bytes.subarray(0, 4096).includes('word/') ? 'Word' : 'ZIP';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'Word';
  if (head.startsWith('{\\rtf')) return 'RTF';
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*)/s.test(head)) return 'image';
  if (isLargeFilePointer(bytes)) return 'LFS';
  return undefined;
}

/** Whether a file is what Git leaves in place of a large file that was not fetched. */
export function isLargeFilePointer(bytes: Buffer): boolean {
  return (
    bytes.length < 1024 &&
    bytes.subarray(0, 64).toString('latin1').startsWith('version https://git-lfs.github.com/spec/')
  );
}

/** Latin text in UTF-16 is every other byte a zero; in Chinese text line ends and spaces still are, always on the same side. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2]!++;
  const [even, odd] = zeros as [number, number];
  return (
    bytes.length % 2 === 0 &&
    Math.max(even, odd) > 2 + head.length / 100 &&
    Math.min(even, odd) * 10 < Math.max(even, odd)
  );
}

/** Offset of the first byte that is not part of a sound UTF-8 sequence (RFC 3629, section 4). */
function firstBadByte(bytes: Buffer): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) break;
    offset += length;
  }
  return Math.min(offset, bytes.length - 1);
}

/** Bytes of the sequence at `offset`, 0 when it is broken, too long for what it says, or a surrogate. */
function sequenceLength(bytes: Buffer, offset: number): number {
  const lead = bytes[offset]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  const follow = bytes.subarray(offset + 1, offset + length);
  if (length === 0 || follow.length < length - 1 || follow.some((byte) => (byte & 0xc0) !== 0x80)) return 0;
  const second = follow[0]!;
  const bounds: Record<number, [number, number]> = {
    224: [0xa0, 0xbf],
    237: [0x80, 0x9f],
    240: [0x90, 0xbf],
    244: [0x80, 0x8f],
  };
  const [least, most] = bounds[lead] ?? [0x80, 0xbf];
  return second >= least && second <= most ? length : 0;
}

/** 1-based line and column (UTF-16 units) of a byte, all before it being sound. */
function positionOf(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset), { stream: true });
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

/** The encoding that fits: one of those used for Chinese and Japanese when it decodes without a fault to mostly their letters. */
function guessEncoding(bytes: Buffer, firstBad: number): Encoding | undefined {
  const sample = bytes.subarray(0, 64 * 1024);
  for (const encoding of ['GB18030', 'Big5', 'Shift_JIS'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
      const odd = text.match(/[^\0-\x7f]/gu) ?? [];
      const common = text.match(/[\u3000-\u30ff\u4e00-\u9fa5\uff00-\uffef“”‘’…—·]/gu) ?? [];
      if (odd.length >= 4 && common.length > odd.length * 0.95) return encoding;
    } catch {
      // Not this one.
    }
  }
  // What was sound UTF-8 so far has one damaged place rather than another encoding.
  const soundSoFar = bytes.subarray(0, firstBad).some((byte) => byte >= 0x80);
  return soundSoFar ? undefined : 'windows-1252';
}
