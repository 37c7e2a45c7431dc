import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader finds in a book, and all that is in its files. */
export interface Book {
  text: string;
  /** Every file or stream of it, unpacked, as Latin-1. */
  parts: string[];
}

export async function readPdf(bytes: Buffer): Promise<Book> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent();
    text += content.items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  const metadata = JSON.stringify([await pdf.getMetadata(), await pdf.getOutline(), await pdf.getAttachments()]);
  await task.destroy();
  return { text, parts: [bytes.toString('latin1'), metadata, ...streamsOf(bytes)] };
}

export function readEpub(bytes: Buffer): Book {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, Buffer.from(content)] as const);
  const text = files
    .filter(([name]) => name.endsWith('.xhtml'))
    .map(([, content]) => plainText(content.toString('utf8')))
    .join('\n');
  return { text, parts: files.flatMap(([name, content]) => [name, content.toString('latin1')]) };
}

/** Text as it is compared: without white space, with straight quotes. */
export function comparable(text: string): string {
  return text
    .replace(/[\s\u00ad\u200b\u2060]+/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'");
}

function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      streams.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not compressed: the bytes themselves are looked through anyway.
    }
  }
  return streams;
}

function plainText(xhtml: string): string {
  return xhtml
    .replace(/<head[\s\S]*?<\/head>/g, '')
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
