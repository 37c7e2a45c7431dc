/** Images, and what the EPUB could not take as it was written. */
export const assemble = {
  'image-not-convertible': ({ path, reason }: { path: string; reason: string }) =>
    `The image “${path}” cannot be used (${reason}). Save it again as PNG, JPEG or SVG.`,
  'svg-not-readable': ({ path, reason }: { path: string; reason: string }) =>
    `“${path}” is no SVG that can be read (${reason}). Export it again as plain SVG, without a document type and in UTF-8, or save it as PNG.`,
  'svg-too-complex': ({ path, reason }: { path: string; reason: string }) =>
    `The drawing “${path}” would take too long to show (${reason}). Save it as PNG, or draw it with fewer and less nested elements.`,
  'svg-parts-removed': ({ path, elements }: { path: string; elements: string[] }) =>
    `A book may hold no ${elements.join(', ')} from the drawing “${path}”; these parts were left out. If something is missing in it, export it with its text as text or outlines and its pictures embedded, or save it as PNG.`,
  'pdf-figure-not-convertible': ({ path, reason }: { path: string; reason: string }) =>
    `The PDF figure “${path}” cannot be turned into a picture${reason && ` (${reason})`}. Save it as PNG or SVG and name that file instead.`,
  'pdf-figure-first-page': ({ path }: { path: string }) =>
    `“${path}” has several pages; only the first is shown. Save each page that belongs to the text as a figure of its own.`,
  'formula-not-converted': ({ manuscript, formula }: { manuscript: string; formula: string }) =>
    `The EPUB shows this formula of “${manuscript}” as TeX source, because it uses a command that pandoc does not know: ${formula}. Write it with standard LaTeX and AMS commands.`,
};
