declare module 'linebreak' {
  /** The algorithm of UAX 14: places where a line may end. */
  // eslint-disable-next-line no-restricted-syntax -- the package has no other export
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
