/** A call of a model: one prompt with one answer. */
export interface ModelCall {
  readonly apiKey: string
  /** The address that the tenant has set; `null` for the installation's own. */
  readonly baseUrl: string | null
  readonly model: string
  /** The instructions, which hold nothing that a caller or a customer has written. */
  readonly system: string
  /** The message of the user: the data, and after a refused answer why that was refused. */
  readonly content: readonly string[]
  /** The one tool, where the answer is asked for as its input. */
  readonly tool: ModelTool | undefined
  readonly maxTokens: number
  /** Aborted when the caller has hung up. */
  readonly signal: AbortSignal
}

export interface ModelTool {
  readonly name: string
  readonly description: string
  readonly schema: object
}

/** Tokens of a call by their kind; the provider counts what it caches apart from the rest of the input. */
export interface Tokens {
  readonly input: number
  readonly cacheWrite: number
  readonly cacheRead: number
  readonly output: number
}

export type ModelOutcome =
  'answered' | 'refused' | 'key_refused' | 'overloaded' | 'failed' | 'timed_out' | 'cancelled'

/** The end of a call, whatever came of it; the tokens are counted as far as it came. */
export interface ModelAnswer {
  readonly outcome: ModelOutcome
  /** All blocks of text, joined. */
  readonly text: string
  /** The input of the tool as JSON text; `undefined` where the tool was not called. */
  readonly input: string | undefined
  /** Whether it ran into the bound of its length. */
  readonly isCut: boolean
  readonly tokens: Tokens
  /** The model that answered, as the provider calls it. */
  readonly model: string
}

/** Asks a model. It never rejects: a failure is an outcome, too. */
export type AskModel = (call: ModelCall) => Promise<ModelAnswer>
