import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** One font that pages are set in; Galley uses packaged fonts only, so that pages are the same on every machine. */
export interface FontFile {
  family: string;
  style: 'normal' | 'italic';
  weight: number;
  /** Absolute path. */
  file: string;
  /** npm package that it comes from, and that package's version. */
  package: string;
  version: string;
}

const require = createRequire(import.meta.url);

function fontsOf(name: string, fonts: [family: string, weight: number, style: 'normal' | 'italic', file: string][]) {
  const manifest = require.resolve(`${name}/package.json`);
  const version = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  return fonts.map(
    ([family, weight, style, file]): FontFile => ({
      family,
      style,
      weight,
      file: path.join(path.dirname(manifest), file),
      package: name,
      version,
    }),
  );
}

/**
 * Every font that text is set in. New Computer Modern Math, for equations alone, is part of the Typst compiler.
 * DejaVu Sans has the arrows, operators and boxes that text fonts lack; Noto Emoji is the last resort.
 */
export const fontFiles: FontFile[] = [
  ...fontsOf('@expo-google-fonts/libertinus-serif', [
    ['Libertinus Serif', 400, 'normal', '400Regular/LibertinusSerif_400Regular.ttf'],
    ['Libertinus Serif', 400, 'italic', '400Regular_Italic/LibertinusSerif_400Regular_Italic.ttf'],
    ['Libertinus Serif', 700, 'normal', '700Bold/LibertinusSerif_700Bold.ttf'],
    ['Libertinus Serif', 700, 'italic', '700Bold_Italic/LibertinusSerif_700Bold_Italic.ttf'],
  ]),
  ...fontsOf('@expo-google-fonts/noto-serif-sc', [
    ['Noto Serif SC', 400, 'normal', '400Regular/NotoSerifSC_400Regular.ttf'],
    ['Noto Serif SC', 700, 'normal', '700Bold/NotoSerifSC_700Bold.ttf'],
  ]),
  ...fontsOf('dejavu-fonts-ttf', [
    ['DejaVu Sans Mono', 400, 'normal', 'ttf/DejaVuSansMono.ttf'],
    ['DejaVu Sans Mono', 400, 'italic', 'ttf/DejaVuSansMono-Oblique.ttf'],
    ['DejaVu Sans Mono', 700, 'normal', 'ttf/DejaVuSansMono-Bold.ttf'],
    ['DejaVu Sans Mono', 700, 'italic', 'ttf/DejaVuSansMono-BoldOblique.ttf'],
    ['DejaVu Sans', 400, 'normal', 'ttf/DejaVuSans.ttf'],
    ['DejaVu Sans', 700, 'normal', 'ttf/DejaVuSans-Bold.ttf'],
  ]),
  ...fontsOf('@expo-google-fonts/noto-emoji', [['Noto Emoji', 400, 'normal', '400Regular/NotoEmoji_400Regular.ttf']]),
];
