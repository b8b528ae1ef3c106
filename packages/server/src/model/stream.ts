import type { MessageStreamEvent, Usage } from '@anthropic-ai/sdk/resources/messages'
import type { ModelAnswer, Tokens } from '@mobieus/domain/kit'

/** The most characters of an answer that are read: many times what was asked for. */
const MOST = 262_144

/** An answer as far as it has come. */
export interface Heard {
  text: string
  input: string | undefined
  stop: string | null
  ended: boolean
  tokens: Tokens
  model: string
}

export const heardNothing = (model: string): Heard => ({
  ...{ text: '', input: undefined, stop: null, ended: false, model },
  tokens: { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 },
})

/** Takes the next event into what was heard; throws where the answer grows beyond all measure. */
export function hear(heard: Heard, event: MessageStreamEvent, tool: string | undefined): void {
  if (event.type === 'message_start') {
    heard.model = event.message.model.slice(0, 100) || heard.model
    heard.tokens = tokensOf(heard.tokens, event.message.usage)
  } else if (event.type === 'content_block_start') {
    // A call of another tool than the one that was offered says nothing.
    const { content_block: block } = event
    open.set(heard, block.type === 'tool_use' && block.name === tool)
    if (open.get(heard)) heard.input = ''
    if (block.type === 'text') heard.text += block.text
  } else if (event.type === 'content_block_delta') {
    if (event.delta.type === 'text_delta') heard.text += event.delta.text
    if (event.delta.type === 'input_json_delta' && open.get(heard))
      heard.input += event.delta.partial_json
  } else if (event.type === 'message_delta') {
    heard.stop = event.delta.stop_reason
    heard.tokens = tokensOf(heard.tokens, event.usage)
  } else if (event.type === 'message_stop') heard.ended = true
  if (heard.text.length + (heard.input?.length ?? 0) > MOST) throw new Error('too long an answer')
}

/** Whether the block that is being read is a call of the tool. */
const open = new WeakMap<Heard, boolean>()

/** Later numbers replace earlier ones: the provider counts the whole answer each time. */
const tokensOf = (before: Tokens, usage: Partial<Record<keyof Usage, unknown>>): Tokens => ({
  input: numberOr(usage.input_tokens, before.input),
  cacheWrite: numberOr(usage.cache_creation_input_tokens, before.cacheWrite),
  cacheRead: numberOr(usage.cache_read_input_tokens, before.cacheRead),
  output: numberOr(usage.output_tokens, before.output),
})

const MOST_TOKENS = 100_000_000

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 ? Math.min(Math.round(value), MOST_TOKENS) : otherwise

/** The answer that was heard, ended as `outcome` says. */
export const answerOf = (heard: Heard, outcome: ModelAnswer['outcome']): ModelAnswer => ({
  outcome,
  text: heard.text,
  input: heard.input,
  isCut: heard.stop === 'max_tokens' || heard.stop === 'model_context_window_exceeded',
  tokens: heard.tokens,
  model: heard.model,
})
