import sharp from 'sharp';
import { expect, test } from 'vitest';
import { coverImage } from '../../../pipeline/assemble/epub/cover.js';

const drawing = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">
     <rect width="${width}" height="${height}" fill="#123a5a"/><rect width="${width / 2}" height="${height}" fill="#ffffff"/></svg>`;

const at = async (png: Uint8Array, left: number, top: number) => [
  ...(await sharp(png).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

test.each([
  [1600, 2560],
  [160, 256],
  [8000, 12800],
])('a cover of %d by %d points is drawn sharp in the size that shops ask for', async (width, height) => {
  const png = await coverImage(drawing(width, height));
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1600, height: 2560, hasAlpha: false });
  expect(await at(png, 799, 1280)).toEqual([255, 255, 255]);
  expect(await at(png, 800, 1280)).toEqual([0x12, 0x3a, 0x5a]);
});

test('a cover of another shape stands in the middle on white', async () => {
  const png = await coverImage(drawing(1600, 1600));
  expect(await at(png, 1500, 100)).toEqual([255, 255, 255]);
  expect(await at(png, 1500, 1280)).toEqual([0x12, 0x3a, 0x5a]);
});

test('the same drawing gives the same bytes', async () => {
  const [one, two] = [await coverImage(drawing(160, 256)), await coverImage(drawing(160, 256))];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});
