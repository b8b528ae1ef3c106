/**
 * The reason for refusing a webhook. All but `malformed_body` mean: answer 400, and do nothing else.
 */
export type SignatureFault =
  /** None of the signature headers is there, or one lacks its companions. */
  | 'missing_header'
  /** A signature header is there, but cannot be read. */
  | 'malformed_header'
  /** It was signed longer ago than the tolerance: a replay, or a clock that is wrong. */
  | 'too_old'
  /** It was signed later than the tolerance from now. */
  | 'too_new'
  /** No signature was made over this body with one of these secrets. */
  | 'no_match'
  /** The signature holds, but what was signed is not an event. */
  | 'malformed_body'

/** Thrown by `constructEvent`; `reason` says what is wrong, for a program to read. */
export class SignatureError extends Error {
  readonly reason: SignatureFault

  constructor(reason: SignatureFault, message: string) {
    super(message)
    this.name = 'SignatureError'
    this.reason = reason
  }
}
