import sharp from 'sharp';
import type { ImageAsset } from '../reader/document.js';
import { withoutMetadata } from './metadata.js';

/** More pixels than this are refused: a small file can claim any number of them, and each costs memory. */
export const maximumPixels = 50_000_000;

const input = { limitInputPixels: maximumPixels, failOn: 'error', pages: 1 } as const;
const jpegOptions = { quality: 92, chromaSubsampling: '4:4:4', mozjpeg: false, progressive: false } as const;
const pngOptions = { compressionLevel: 9, adaptiveFiltering: false, palette: false, progressive: false } as const;

/**
 * A PNG or JPEG that PDF and EPUB readers take, from any image that sharp reads. One that already fits keeps its pixels' bytes and
 * loses only its metadata: position and camera are nobody's business, and comments would make equal pictures differ. Everything else is
 * decoded and written anew: other formats, more than 8 bits, CMYK, a rotation that stands in EXIF (which PDF ignores and some readers
 * apply), animation (its first frame stays). Throws sharp's error when the content is no image or too large.
 */
export async function embeddableRaster(content: Uint8Array): Promise<Omit<ImageAsset, 'name'>> {
  const found = await sharp(content, input).metadata();
  const { format, width, height } = found;
  const plain =
    (format === 'png' || format === 'jpeg') &&
    found.depth === 'uchar' &&
    (found.space === 'srgb' || found.space === 'b-w') &&
    (found.orientation ?? 1) === 1 &&
    !(format === 'png' && isAnimated(content));
  if (plain) return { format, bytes: withoutMetadata(content, format), width, height };

  const upright = sharp(content, input).autoOrient().toColourspace('srgb');
  const kept = format === 'jpeg' ? upright.jpeg(jpegOptions) : upright.png(pngOptions);
  const { data, info } = await kept.toBuffer({ resolveWithObject: true });
  return {
    format: format === 'jpeg' ? 'jpeg' : 'png',
    bytes: new Uint8Array(data),
    width: info.width,
    height: info.height,
  };
}

/** An animated PNG has an `acTL` chunk before its data. */
function isAnimated(content: Uint8Array): boolean {
  const head = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const data = head.indexOf('IDAT');
  const control = head.indexOf('acTL');
  return control >= 0 && control < data;
}
