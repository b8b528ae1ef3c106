import Anthropic from '@anthropic-ai/sdk'
import type { AddressGuard, AskModel, ModelCall, ModelOutcome } from '@mobieus/domain/kit'
import { createGuardedFetch, type Fetch } from './guarded-fetch.ts'
import { answerOf, hear, heardNothing } from './stream.ts'

/** The longest time that a call may take. */
const TIMEOUT_MS = 60_000

/** The settings of the client. */
export interface ModelOptions {
  readonly guard: AddressGuard
  /** The address of the installation's own choice, which no guard is asked about. */
  readonly baseUrl: string
  readonly timeoutMs?: number | undefined
  /** Told of every failure that is no outcome of the provider's. */
  readonly onError?: (error: unknown) => void
}

/**
 * Asks a model over Anthropic's Messages API, streamed, so that the tokens of a call that breaks off are
 * known. Nothing is tried again: a call is one request. A tenant's own address is reached through the guard.
 */
export function createAskModel(options: ModelOptions): AskModel {
  const { guard, baseUrl, timeoutMs = TIMEOUT_MS, onError } = options
  const guarded = createGuardedFetch(guard)
  return async (call) => {
    const late = AbortSignal.timeout(timeoutMs)
    const signal = AbortSignal.any([call.signal, late])
    const heard = heardNothing(call.model)
    try {
      const way = call.baseUrl === null ? { baseUrl } : { baseUrl: call.baseUrl, fetch: guarded }
      const stream = await clientOf(call.apiKey, way).messages.create(bodyOf(call), { signal })
      for await (const event of stream) hear(heard, event, call.tool?.name)
      // The client ends the stream of an aborted call without a word.
      if (signal.aborted) return answerOf(heard, call.signal.aborted ? 'cancelled' : 'timed_out')
      if (!heard.ended) return answerOf(heard, 'failed')
      return answerOf(heard, heard.stop === 'refusal' ? 'refused' : 'answered')
    } catch (error) {
      if (call.signal.aborted) return answerOf(heard, 'cancelled')
      if (late.aborted) return answerOf(heard, 'timed_out')
      const outcome = outcomeOf(error)
      if (outcome === 'failed') onError?.(error)
      return answerOf(heard, outcome)
    }
  }
}

interface Way {
  readonly baseUrl: string
  readonly fetch?: Fetch
}

/** No credential and no address of this process's environment is ever used. */
const clientOf = (apiKey: string, { baseUrl, fetch }: Way): Anthropic =>
  new Anthropic({
    ...{ apiKey, baseURL: baseUrl.replace(/\/+$/, ''), maxRetries: 0, logLevel: 'off' },
    ...(fetch && { fetch }),
  })

const bodyOf = ({ model, system, content, tool, maxTokens }: ModelCall) => ({
  ...{ model, system, max_tokens: maxTokens, stream: true as const },
  messages: [
    { role: 'user' as const, content: content.map((text) => ({ type: 'text' as const, text })) },
  ],
  ...(tool && {
    tools: [
      {
        ...{ name: tool.name, description: tool.description },
        input_schema: tool.schema as Anthropic.Tool.InputSchema,
      },
    ],
    tool_choice: { type: 'tool' as const, name: tool.name },
  }),
})

function outcomeOf(error: unknown): ModelOutcome {
  if (!(error instanceof Anthropic.APIError)) return 'failed'
  const type = (error.error as { error?: { type?: string } } | undefined)?.error?.type
  if (error.status === 401 || error.status === 403) return 'key_refused'
  if (error.status === 429 || error.status === 529 || type === 'overloaded_error')
    return 'overloaded'
  return 'failed'
}
