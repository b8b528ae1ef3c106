const marked = Symbol('download')

/** Bytes to be sent, and what the caller is told of them; how they are sent is the server's. */
export interface Download {
  readonly [marked]: true
  readonly fileId: number
  readonly storageKey: string
  readonly name: string
  readonly size: number
  /** Another one for other bytes. */
  readonly version: string
}

/** Answers with the bytes of a stored file. */
export const download = (facts: Omit<Download, typeof marked>): Download => ({
  ...facts,
  [marked]: true,
})

export const isDownload = (answer: unknown): answer is Download =>
  typeof answer === 'object' && answer !== null && marked in answer
