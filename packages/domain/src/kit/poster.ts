/** The outcome of one POST. */
export interface Posted {
  readonly statusCode: number | null
  /** The fault, in a word; `null` after a 2xx. */
  readonly error: string | null
  readonly body: string | null
  readonly retryAfter: string | undefined
}

/** Posts to URLs that tenants have registered, through the address guard. */
export interface Poster {
  /** Never rejects: a failure is an outcome, too. */
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
  ): Promise<Posted>
}
