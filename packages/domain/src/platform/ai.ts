import type { ByMember } from '../kit/caller.ts'
import type { Partition } from '../kit/context.ts'
import type { ModelAnswer, ModelTool, Tokens } from '../kit/model.ts'
import type { Outside } from '../kit/outside.ts'
import { problem } from '../kit/problem.ts'
import type { Secrets } from '@mobieus/db'
import type { components } from '@mobieus/contract'
import { costOf, type AiHook, type AiPrice } from './ai.rules.ts'
import { reserveCall, settleCall, type Noting, type Pass } from './ai-gate.ts'

/** A prompt: the instructions of a hook, with a version that every call tells. */
export interface Prompt {
  readonly hook: AiHook
  /** Raised with every change, so that the log of calls tells which text was answered. */
  readonly version: number
  /** The instructions. They hold nothing that a caller or a customer has written. */
  readonly system: string
  readonly maxTokens: number
}

type Usage = components['schemas']['AiUsage']

/** The context of an operation that asks a model. */
export interface Asking extends ByMember {
  readonly secrets: Secrets
  readonly outside: Outside
  readonly signal: AbortSignal
  read<T>(work: (ctx: Partition & { readonly secrets: Secrets }) => Promise<T>): Promise<T>
  record<T>(work: (ctx: Noting) => Promise<T>): Promise<T>
}

/** A question: a prompt and its data, the form of the answer, and what makes it wrong. */
export interface Question<T> {
  readonly prompt: Prompt
  /** The data, as JSON can tell it. */
  readonly data: object
  readonly ticketId?: number
  /** The tool whose input is the answer; a text where there is none. */
  readonly tool?: ModelTool
  /** The answer, or the sentence that tells the model what is wrong with it. */
  readonly read: (answer: ModelAnswer) => { readonly value: T } | { readonly fault: string }
}

/** An answer, with the usage of all calls that it took. */
export interface Answered<T> {
  readonly value: T
  readonly usage: Usage
}

/** Requests may ask once more where the first answer was wrong. */
const CALLS = 2

/**
 * Asks the tenant's model. Each call is written down before and after it, in transactions of their own. A wrong
 * answer is refused once with its fault, and the second one is the last. Throws the code of the failure.
 */
export async function askModel<T>(ctx: Asking, question: Question<T>): Promise<Answered<T>> {
  let fault: string | undefined
  let usage: Usage | undefined
  for (let calls = 0; calls < CALLS; calls++) {
    const { answer, read } = await callOnce(ctx, question, fault)
    usage = sumOf(usage, answer)
    if ('value' in read) return { value: read.value, usage }
    fault = read.fault
  }
  throw problem('malformed_json', `The answer of the model was not what was asked for: ${fault}.`)
}

async function callOnce<T>(ctx: Asking, question: Question<T>, fault: string | undefined) {
  const { prompt, ticketId, tool } = question
  const content = contentOf(question, fault)
  const mostInput = Buffer.byteLength(prompt.system + content.join('') + JSON.stringify(tool ?? ''))
  const { id, ...pass } = await ctx.record((writing) =>
    reserveCall(writing, {
      ...{ hook: prompt.hook, prompt: `${prompt.hook}.${prompt.version}` },
      ...{ user_id: ctx.caller.user.id, ticket_id: ticketId ?? null },
      is_repair: fault !== undefined,
      mostCost: (price) => mostCostOf(price, mostInput, prompt.maxTokens),
    }),
  )
  const began = performance.now()
  const answer = await ctx.outside.askModel({
    ...{ apiKey: pass.apiKey, baseUrl: pass.settings.base_url, model: pass.settings.model },
    ...{ system: prompt.system, content, tool, maxTokens: prompt.maxTokens, signal: ctx.signal },
  })
  const read = answer.outcome === 'answered' ? readOf(question, answer) : undefined
  const outcome = read && 'fault' in read ? 'malformed' : answer.outcome
  await ctx.record((writing) =>
    settleCall(writing, id, {
      ...{ outcome, tokens: answer.tokens, cost: costOf(answer.tokens, pass.price) },
      duration_ms: Math.round(performance.now() - began),
    }),
  )
  if (!read) throw failureOf(answer, pass)
  return { answer, read }
}

/** A cut answer is wrong whatever it says, and so is one that says nothing. */
function readOf<T>({ read }: Question<T>, answer: ModelAnswer) {
  if (answer.isCut) return { fault: 'it was longer than allowed and was cut off' }
  if (answer.input === undefined && answer.text.trim() === '') return { fault: 'it was empty' }
  return read(answer)
}

function failureOf({ outcome }: ModelAnswer, { settings }: Pass) {
  if (outcome === 'key_refused')
    return problem('no_key', 'The provider of the model refuses the key.')
  return problem('provider_error', `The model ${settings.model} gave no answer: ${outcome}.`)
}

/** The tokens that the provider adds to what is sent, at most. */
const ADDED = 1_000

/** A byte is a token at most; input is dearest where it is written to the cache. */
function mostCostOf(price: AiPrice, bytes: number, maxTokens: number): number {
  const dearest = { ...price, input: Math.max(price.input, price.cache_write) }
  return costOf({ input: bytes + ADDED, cacheWrite: 0, cacheRead: 0, output: maxTokens }, dearest)
}

/**
 * The message of the user: one block with the data, whose closing mark cannot stand within it, and where an answer was
 * refused, why. The refused answer is not shown again: it may be what the data told the model to say.
 */
function contentOf({ data }: Question<unknown>, fault: string | undefined): string[] {
  const block = `<data>\n${escaped(data)}\n</data>`
  if (fault === undefined) return [block]
  return [block, `An earlier answer was refused because ${fault}. Answer again.`]
}

/** JSON in which no mark begins or ends, and no character hides. */
const escaped = (data: object): string =>
  JSON.stringify(data).replaceAll(
    /[<>&\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu,
    (found) =>
      [...Array(found.length).keys()]
        .map((i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`)
        .join(''),
  )

function sumOf(before: Usage | undefined, { tokens, model }: ModelAnswer): Usage {
  return {
    prompt_tokens: (before?.prompt_tokens ?? 0) + promptTokensOf(tokens),
    completion_tokens: (before?.completion_tokens ?? 0) + tokens.output,
    model,
  }
}

const promptTokensOf = ({ input, cacheWrite, cacheRead }: Tokens) => input + cacheWrite + cacheRead
