const marked = Symbol('download')

/**
 * A stored file as an answer, with the facts that its headers tell; the server decides how it is sent.
 */
export interface Download {
  readonly [marked]: true
  /** The shared file whose downloads are counted; `undefined` where none are. */
  readonly fileId: number | undefined
  readonly storageKey: string
  readonly name: string
  readonly size: number
  /** The version of the bytes: other bytes have another one. */
  readonly version: string
  /** `application/octet-stream` unless it says otherwise; the operation declares it. */
  readonly mediaType?: string
}

/** Answers with the bytes of a stored file. */
export const download = (facts: Omit<Download, typeof marked>): Download => ({
  ...facts,
  [marked]: true,
})

export const isDownload = (answer: unknown): answer is Download =>
  typeof answer === 'object' && answer !== null && marked in answer
