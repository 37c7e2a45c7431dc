import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { imageAsset } from '../../../pipeline/assemble/images/asset.js';
import { InputError } from '../../../pipeline/faults.js';
import { figureOf } from './figures.js';

/** Left half red, right half blue: a picture that shows which way up it is. */
function twoHalves(): Sharp {
  const half = { width: 20, height: 20, channels: 3 as const };
  const blue = sharp({ create: { ...half, background: '#0000ff' } }).png();
  return (
    sharp({ create: { ...half, width: 40, background: '#ff0000' } }).composite([
      { input: { create: { ...half, background: '#0000ff' } }, left: 20, top: 0 },
    ]) ?? blue
  );
}

const bytes = async (image: Sharp) => new Uint8Array(await image.toBuffer());
const pixel = async (content: Uint8Array, left: number, top: number) => {
  const region = sharp(content).extract({ left, top, width: 1, height: 1 }).removeAlpha().toColourspace('srgb').raw();
  return [...(await region.toBuffer())];
};
const isRed = ([red, green, blue]: number[]) => red! > 220 && green! < 40 && blue! < 40;
const isBlue = ([red, green, blue]: number[]) => red! < 40 && green! < 40 && blue! > 220;

describe('pictures that fit', () => {
  test('keep their bytes, and are named by them', async () => {
    const content = await bytes(twoHalves().png());
    const asset = await imageAsset(figureOf('a.png', 'png', content), 'paper');
    expect(Buffer.from(asset.bytes).equals(Buffer.from(content))).toBe(true);
    expect(asset).toMatchObject({ format: 'png', width: 40, height: 20 });
    expect(asset.name).toMatch(/^paper\/[0-9a-f]{12}\.png$/);
  });

  test('are what their content says, whatever their name', async () => {
    const asset = await imageAsset(figureOf('a.jpg', 'jpeg', await bytes(twoHalves().png())), 'paper');
    expect(asset.format).toBe('png');
    expect(asset.name).toMatch(/\.png$/);
  });

  test('lose position, camera and comments, and no pixel', async () => {
    const exif = { IFD0: { Artist: 'SECRET-ARTIST' }, IFD3: { GPSLatitudeRef: 'N', GPSMapDatum: 'SECRET-PLACE' } };
    for (const format of ['jpeg', 'png'] as const) {
      const content = await bytes(
        twoHalves().withExif(exif).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').toFormat(format),
      );
      expect(Buffer.from(content).includes('SECRET-PLACE')).toBe(true);
      const asset = await imageAsset(figureOf(`a.${format}`, format, content), 'paper');
      expect(Buffer.from(asset.bytes).includes('SECRET')).toBe(false);
      expect(Buffer.from(asset.bytes).includes('xmpmeta')).toBe(false);
      const pixels = (picture: Uint8Array) => sharp(picture).raw().toBuffer();
      expect((await pixels(asset.bytes)).equals(await pixels(content))).toBe(true);
    }
  });

  test('end where they end', async () => {
    for (const format of ['jpeg', 'png'] as const) {
      const content = Buffer.concat([
        await bytes(twoHalves().toFormat(format)),
        Buffer.from('appended \xff\xd8 more', 'latin1'),
      ]);
      const asset = await imageAsset(figureOf(`a.${format}`, format, content), 'paper');
      expect(Buffer.from(asset.bytes).includes('appended')).toBe(false);
      expect((await sharp(asset.bytes).metadata()).width).toBe(40);
    }
  });

  test('of many scans stay whole', async () => {
    const noise = sharp({
      create: {
        width: 200,
        height: 120,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const content = await bytes(noise.jpeg({ progressive: true, quality: 80 }));
    const asset = await imageAsset(figureOf('p.jpg', 'jpeg', content), 'paper');
    const pixels = (picture: Uint8Array) => sharp(picture).raw().toBuffer();
    expect((await pixels(asset.bytes)).equals(await pixels(content))).toBe(true);
  });
});

describe('pictures that PDF or EPUB would not take', () => {
  test.each(['webp', 'tiff', 'gif'] as const)('become PNG: %s', async (format) => {
    const asset = await imageAsset(figureOf(`a.${format}`, format, await bytes(twoHalves().toFormat(format))), 'paper');
    expect(asset).toMatchObject({ format: 'png', width: 40, height: 20 });
    expect(isRed(await pixel(asset.bytes, 5, 10))).toBe(true);
    expect(isBlue(await pixel(asset.bytes, 35, 10))).toBe(true);
  });

  test('are turned as EXIF asks, once', async () => {
    const content = await bytes(
      twoHalves().withMetadata({ orientation: 6 }).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }),
    );
    const asset = await imageAsset(figureOf('a.jpg', 'jpeg', content), 'paper');
    expect(asset).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
    expect((await sharp(asset.bytes).metadata()).orientation).toBeUndefined();
    expect(isRed(await pixel(asset.bytes, 10, 5))).toBe(true);
    expect(isBlue(await pixel(asset.bytes, 10, 35))).toBe(true);
  });

  test('become RGB of 8 bits: CMYK, 16 bits', async () => {
    const cmyk = await imageAsset(
      figureOf('c.jpg', 'jpeg', await bytes(twoHalves().toColourspace('cmyk').jpeg())),
      'paper',
    );
    expect((await sharp(cmyk.bytes).metadata()).space).toBe('srgb');
    const deep = await imageAsset(
      figureOf('d.png', 'png', await bytes(twoHalves().toColourspace('rgb16').png())),
      'paper',
    );
    expect(await sharp(deep.bytes).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar' });
  });

  test('stand still: an animation shows its first frame', async () => {
    const frames = await sharp([await bytes(twoHalves().png()), await bytes(twoHalves().negate().png())], {
      join: { animated: true },
    })
      .gif()
      .toBuffer();
    expect((await sharp(frames, { animated: true }).metadata()).pages).toBe(2);
    const asset = await imageAsset(figureOf('a.gif', 'gif', frames), 'paper');
    expect(asset.height).toBe(20);
    expect(isRed(await pixel(asset.bytes, 5, 10))).toBe(true);
  });

  test('give the same bytes every time', async () => {
    const figure = figureOf('a.webp', 'webp', await bytes(twoHalves().webp()));
    const [one, two] = [await imageAsset(figure, 'paper'), await imageAsset(figure, 'paper')];
    expect(one.name).toBe(two.name);
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});

test('what is no picture is an error at the place of the figure', async () => {
  const content = (await bytes(twoHalves().png())).subarray(0, 60);
  for (const broken of [content, new TextEncoder().encode('not an image')]) {
    const failure = await imageAsset(figureOf('a.png', 'png', broken), 'paper').catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(InputError);
    const [fault] = (failure as InputError).faults;
    expect(fault).toMatchObject({ id: 'image-not-convertible', place: { path: 'paper.md', line: 7 } });
  }
});
