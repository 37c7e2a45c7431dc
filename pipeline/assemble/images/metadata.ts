const pngSignature = 8;
/** Chunks that say something about the picture rather than show it: EXIF, texts, time of the last change. */
const pngMetadata = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

const startOfImage = 2;
const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * A decodable PNG or JPEG without position, camera, texts, times and previews, and without what follows its end (phones append whole
 * pictures there); no pixel changes.
 */
export function withoutMetadata(content: Uint8Array, format: 'png' | 'jpeg'): Uint8Array {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return new Uint8Array(Buffer.concat(format === 'png' ? pngParts(buffer) : jpegParts(buffer)));
}

function pngParts(content: Buffer): Buffer[] {
  const kept = [content.subarray(0, pngSignature)];
  let at = pngSignature;
  while (at + 12 <= content.length) {
    const end = at + 12 + content.readUInt32BE(at);
    const type = content.toString('latin1', at + 4, at + 8);
    if (!pngMetadata.has(type)) kept.push(content.subarray(at, end));
    at = end;
    if (type === 'IEND') break;
  }
  return kept;
}

function jpegParts(content: Buffer): Buffer[] {
  const kept = [content.subarray(0, startOfImage)];
  let at = startOfImage;
  while (at + 4 <= content.length) {
    const marker = content[at + 1]!;
    if (marker === endOfImage) break;
    const segmentEnd = at + 2 + content.readUInt16BE(at + 2);
    const end = marker === startOfScan ? nextMarker(content, segmentEnd) : segmentEnd;
    if (!isJpegMetadata(content, at)) kept.push(content.subarray(at, end));
    at = nextMarker(content, end);
  }
  kept.push(Buffer.from([0xff, endOfImage]));
  return kept;
}

/** Comments and application segments, but for those that say how to show the colours: JFIF, the ICC profile, Adobe's mark. */
function isJpegMetadata(content: Buffer, at: number): boolean {
  const marker = content[at + 1]!;
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  const name = content.toString('latin1', at + 4, at + 16);
  return !(name.startsWith('JFIF\0') || name.startsWith('ICC_PROFILE\0') || name.startsWith('Adobe'));
}

/** Where the next marker starts at or after `from`: an FF byte followed by neither 0, nor FF, nor a restart mark. */
function nextMarker(content: Buffer, from: number): number {
  let at = content.indexOf(0xff, from);
  while (at >= 0 && at + 1 < content.length) {
    const next = content[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = content.indexOf(0xff, at + 1);
  }
  return content.length;
}
