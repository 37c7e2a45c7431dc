import type { PageSize } from '../../volume/types.js';

/** A page's measures in points. The text is a whole number of Han characters wide, so that lines of Chinese end flush without spacing. */
export interface PageGeometry {
  width: number;
  height: number;
  inside: number;
  outside: number;
  top: number;
  bottom: number;
  fontSize: number;
  textWidth: number;
  textHeight: number;
}

const millimetre = 72 / 25.4;

interface Layout {
  /** Millimetres. */
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** Points. */
  fontSize: number;
  /** Characters of the body size in a line. */
  measure: number;
}

const layouts: Record<PageSize, Layout> = {
  a4: { width: 210, height: 297, top: 30, bottom: 33, fontSize: 11, measure: 38 },
  a5: { width: 148, height: 210, top: 22, bottom: 22, fontSize: 10, measure: 32 },
  b5: { width: 176, height: 250, top: 25, bottom: 26, fontSize: 10.5, measure: 36 },
  'us-letter': { width: 215.9, height: 279.4, top: 27, bottom: 29, fontSize: 11, measure: 38 },
};

/** How a page of `size` is laid out; the inner margin is a little wider than the outer one, for the binding. */
export function pageGeometry(size: PageSize): PageGeometry {
  const layout = layouts[size];
  const [width, height, top, bottom] = [layout.width, layout.height, layout.top, layout.bottom].map(
    (length) => Math.round(length * millimetre * 100) / 100,
  ) as [number, number, number, number];
  const textWidth = layout.measure * layout.fontSize;
  const inside = Math.round((width - textWidth) * 0.52 * 100) / 100;
  return {
    width,
    height,
    top,
    bottom,
    inside,
    outside: Math.round((width - textWidth - inside) * 100) / 100,
    fontSize: layout.fontSize,
    textWidth,
    textHeight: Math.round((height - top - bottom) * 100) / 100,
  };
}
