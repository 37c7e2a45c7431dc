import sharp from 'sharp';

/** Pixels of a cover as bookshops ask for it. */
const width = 1600;
const height = 2560;

/**
 * The cover as PNG, 1600 by 2560 pixels, from a drawing whose letters are outlines, so that no font of the machine has a part in it.
 * It is drawn at that size, whatever its own; what another proportion leaves is white.
 */
export async function coverImage(svg: string): Promise<Uint8Array> {
  const png = await sharp(Buffer.from(svg))
    .resize(width, height, { fit: 'contain', background: 'white' })
    .flatten({ background: 'white' })
    .png({ compressionLevel: 9, adaptiveFiltering: false, palette: false })
    .toBuffer();
  return new Uint8Array(png);
}
