/** One fault of a request: which field, what is wrong with it in a word, and for a person. */
export interface FieldFault {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** The most faults that a failure lists; with more, `details_truncated` says so. */
export const MOST_FAULTS = 100

/** The most characters that are repeated of a name that a caller has made up. */
const MOST_OF_A_NAME = 200

/** Faults as a failure lists them: not too many, and each named briefly. */
export function listFaults(faults: readonly FieldFault[]): readonly FieldFault[] {
  const listed = faults.length > MOST_FAULTS ? faults.slice(0, MOST_FAULTS) : faults
  if (listed.every(({ field }) => field.length <= MOST_OF_A_NAME)) return listed
  return listed.map(({ field, ...rest }) => ({ field: brief(field), ...rest }))
}

const brief = (name: string) =>
  name.length > MOST_OF_A_NAME ? `${name.slice(0, MOST_OF_A_NAME)}…` : name

/** The rest of a failure beside its code: more members of the error body, more response headers. */
export interface ProblemExtras {
  readonly details?: readonly FieldFault[]
  readonly facts?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * The one way to refuse a request. Thrown anywhere below the router, it rolls back the transaction and
 * becomes the failure answer. Any other error is an internal one whose text nobody outside sees. However
 * many faults it is given, it lists no more than `MOST_FAULTS`.
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
    const { details, facts = {} } = extras
    if (details) this.details = listFaults(details)
    this.facts =
      details && details.length > MOST_FAULTS ? { details_truncated: true, ...facts } : facts
    this.headers = extras.headers ?? {}
  }
}
