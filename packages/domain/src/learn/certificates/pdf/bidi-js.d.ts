declare module 'bidi-js' {
  /** The algorithm of UAX 9; indices are of UTF-16 units. */
  interface Bidi {
    getEmbeddingLevels(
      text: string,
      direction?: 'ltr' | 'rtl' | 'auto',
    ): { levels: Uint8Array; paragraphs: { start: number; end: number; level: number }[] }
    getReorderedIndices(
      text: string,
      levels: ReturnType<Bidi['getEmbeddingLevels']>,
      start?: number,
      end?: number,
    ): number[]
    getMirroredCharacter(character: string): string | null
  }
  const createBidi: () => Bidi
  // eslint-disable-next-line no-restricted-syntax -- the package has no other export
  export default createBidi
}
