/** Why an SVG cannot be used. */
export class UnsafeSvg extends Error {
  constructor(
    readonly id: 'svg-not-readable' | 'svg-too-complex',
    reason: string,
  ) {
    super(reason);
  }
}
