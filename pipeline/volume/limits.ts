/** How large input may be before it is refused unread. All in bytes but `pixels`. */
export interface Limits {
  /** volume.yml and myst.yml. */
  configuration: number;
  manuscript: number;
  bibliography: number;
  figure: number;
  /** Width times height of one figure. */
  pixels: number;
}

export const defaultLimits: Limits = {
  configuration: 64 * 1024,
  manuscript: 5 * 1024 * 1024,
  bibliography: 10 * 1024 * 1024,
  figure: 20 * 1024 * 1024,
  pixels: 50_000_000,
};

/** `n` bytes in the unit that people would choose. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
  return bytes >= 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${bytes} B`;
}
