import sharp from 'sharp';
import type { Element } from 'xast';
import { UnsafeSvg } from './unsafe-svg.js';

/**
 * Pixels of all pictures within a drawing. Throws `UnsafeSvg` for one that is not the PNG or JPEG it says it is: what reads the
 * drawing would decode whatever stands there.
 */
export async function embeddedPixels(svg: Element): Promise<number> {
  let pixels = 0;
  for (const image of imagesIn(svg)) {
    const address = image.attributes['xlink:href'] ?? '';
    const declared = address.slice('data:image/'.length, address.indexOf(';')).replace('jpg', 'jpeg');
    const content = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
    const { format, width, height } = await sharp(content, { limitInputPixels: false })
      .metadata()
      .catch(() => {
        throw new UnsafeSvg('svg-not-readable', '<image>');
      });
    if (format !== declared) throw new UnsafeSvg('svg-not-readable', '<image>');
    pixels += width * height;
  }
  return pixels;
}

function imagesIn(element: Element): Element[] {
  const inside = element.children.flatMap((child) => (child.type === 'element' ? imagesIn(child) : []));
  return element.name === 'image' ? [element, ...inside] : inside;
}
