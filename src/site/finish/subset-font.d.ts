declare module 'subset-font' {
  /** A font with only some letters, in another format, or one place of a variable one. */
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options?: {
      readonly targetFormat?: 'truetype' | 'woff' | 'woff2';
      readonly variationAxes?: Readonly<Record<string, number>>;
    },
  ): Promise<Uint8Array>;
}
