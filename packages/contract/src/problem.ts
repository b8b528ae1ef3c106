/** One fault of a request: which field, what is wrong with it in a word, and for a person. */
export interface FieldFault {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** What a failure says beside its code: more members of the error body, more response headers. */
export interface ProblemExtras {
  readonly details?: readonly FieldFault[]
  readonly facts?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * The one way to refuse a request. Thrown anywhere below the router, it rolls back the
 * transaction and becomes the failure answer; whatever else is thrown is an internal error whose
 * text nobody outside sees.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly details?: readonly FieldFault[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, extras: ProblemExtras = {}) {
    super(message)
    this.name = 'Problem'
    this.status = status
    this.code = code
    if (extras.details) this.details = extras.details
    this.facts = extras.facts ?? {}
    this.headers = extras.headers ?? {}
  }
}
