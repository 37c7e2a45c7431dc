import type { Figure } from './types.js';

/** What a file's first bytes say it is: a format that can be used, another one by name, or nothing known. */
export type Sniffed = { format: Figure['format'] } | { other: string } | undefined;

/** Tells an image's format by its content; a file's name is only a claim. */
export function sniff(bytes: Buffer): Sniffed {
  const head = bytes.subarray(0, 32).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { format: 'png' };
  if (head.startsWith('\xff\xd8\xff')) return { format: 'jpeg' };
  if (/^GIF8[79]a/.test(head)) return { format: 'gif' };
  if (/^RIFF.{4}WEBP/s.test(head)) return { format: 'webp' };
  if (/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(head)) return { format: 'tiff' };
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { format: 'pdf' };
  const other = otherFormat(head);
  if (other) return { other };
  const start = bytes
    .subarray(0, 64 * 1024)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (isSvg(start)) return { format: 'svg' };
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(start)) return { other: 'HTML' };
  return undefined;
}

/** Whether XML begins with an `svg` element, once declaration, comments, document type and white space are passed over. */
function isSvg(text: string): boolean {
  let rest = text;
  for (;;) {
    rest = rest.trimStart();
    if (/^<(?:\w+:)?svg[\s>/]/.test(rest)) return true;
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->') + 3
      : rest.startsWith('<?')
        ? rest.indexOf('?>') + 2
        : rest.startsWith('<!DOCTYPE svg')
          ? rest.indexOf('>', rest.includes('[') ? rest.indexOf(']') : 0) + 1
          : 0;
    if (end < 4) return false;
    rest = rest.slice(end);
  }
}

function otherFormat(head: string): string | undefined {
  if (head.startsWith('%!PS') || head.startsWith('\xc5\xd0\xd3\xc6')) return 'EPS';
  if (head.startsWith('BM')) return 'BMP';
  if (head.startsWith('8BPS')) return 'Photoshop';
  if (head.startsWith('\x1f\x8b')) return 'gzip';
  if (head.startsWith('\x00\x00\x01\x00')) return 'ICO';
  if (head.startsWith('\xd7\xcd\xc6\x9a') || head.startsWith('\x01\x00\x00\x00')) return 'WMF/EMF';
  if (head.startsWith('\xff\x0a') || head.startsWith('\x00\x00\x00\x0cJXL ')) return 'JPEG XL';
  if (head.startsWith('\x00\x00\x00\x0cjP  ')) return 'JPEG 2000';
  if (head.startsWith('\x1aE\xdf\xa3')) return 'video';
  if (head.startsWith('PK\x03\x04')) return 'ZIP';
  const brand = head.slice(4, 8) === 'ftyp' ? head.slice(8, 12) : undefined;
  if (brand === undefined) return undefined;
  if (/^(?:hei|hev|mif1|msf1)/.test(brand)) return 'HEIC';
  return /^avi[fs]/.test(brand) ? 'AVIF' : 'video';
}
