import type { components } from '@mobieus/contract'
import { askModel, type Asking, type Prompt, type Question } from '../../platform/ai.ts'
import { passGate } from '../../platform/ai-gate.ts'
import type { Handler, Partition } from '../../kit/context.ts'
import { problem } from '../../kit/problem.ts'
import * as rules from './ai.rules.ts'
import * as store from './data.store.ts'
import { presentEntry } from '../audit/audit.ts'
import { listNewestEntries } from '../audit/audit.store.ts'
import { PLACEHOLDERS } from '../canned/text.rules.ts'
import { auditQa } from './prompts/audit-qa.ts'
import { cannedGenerate } from './prompts/canned-generate.ts'
import { categorize } from './prompts/categorize.ts'
import { knowledgeGaps } from './prompts/knowledge-gaps.ts'
import { replySuggest } from './prompts/reply-suggest.ts'
import { resolutionPredict } from './prompts/resolution-predict.ts'
import { sentiment } from './prompts/sentiment.ts'
import { summary } from './prompts/summary.ts'
import { findTicket } from '../tickets/tickets.store.ts'

type Schemas = components['schemas']
const DAY_MS = 24 * 60 * 60 * 1000

export const suggestTicketReplies: Handler<'suggestTicketReplies'> = async (ctx, { body }) => {
  const told = await readTicket(ctx, replySuggest, body.ticket_id)
  const form = rules.formOf<{ suggestions: string[] }>(
    { suggestions: 'AiDrafts' },
    'Takes the three drafts.',
  )
  const { value, usage } = await askModel(ctx, { ...told, ...form })
  return { ok: true, suggestions: value.suggestions, usage }
}

export const summarizeTicket: Handler<'summarizeTicket'> = async (ctx, { body }) => {
  const told = await readTicket(ctx, summary, body.ticket_id)
  const { value, usage } = await askModel(ctx, { ...told, read: rules.readText })
  return { ok: true, text: value, usage }
}

export const categorizeTicket: Handler<'categorizeTicket'> = async (ctx, { body }) => {
  const told = await readTicket(ctx, categorize, body.ticket_id)
  const topics = await ctx.read(store.listTopicChoices)
  const queues = await ctx.read(store.listQueueChoices)
  const form = rules.formOf<Schemas['AiCategory']>('AiCategory', 'Takes the category.')
  const { value, usage } = await askModel(ctx, {
    ...told,
    ...form,
    data: { ...told.data, topics, queues },
    read: (answer) => rules.checkCategory(form.read(answer), topics, queues),
  })
  return { ok: true, data: value, usage }
}

export const readTicketSentiment: Handler<'readTicketSentiment'> = async (ctx, { body }) => {
  const told = await readTicket(ctx, sentiment, body.ticket_id)
  const messages = told.messages.filter(({ by, text }) => by === 'requester' && text?.trim())
  if (messages.length === 0)
    throw problem('no_requester_text', 'The requester of the ticket has written nothing.')
  const form = rules.formOf<Schemas['AiSentiment']>('AiSentiment', 'Takes the sentiment.')
  const data = { messages: messages.map(({ text, at }) => ({ text, at })) }
  const { value, usage } = await askModel(ctx, { ...told, ...form, data })
  return { ok: true, data: value, usage }
}

export const predictTicketResolution: Handler<'predictTicketResolution'> = async (
  ctx,
  { body },
) => {
  const told = await readTicket(ctx, resolutionPredict, body.ticket_id)
  const form = rules.formOf<Schemas['AiPrediction']>('AiPrediction', 'Takes the prediction.')
  const { value, usage } = await askModel(ctx, {
    ...told,
    ...form,
    data: { ...told.data, now: ctx.now },
  })
  return { ok: true, data: value, usage }
}

export const generateCannedResponse: Handler<'generateCannedResponse'> = async (ctx, { body }) => {
  await ctx.read((reading) => passGate(reading, cannedGenerate.hook))
  const data = { intent: body.intent, name: ctx.tenant.name, placeholders: PLACEHOLDERS }
  const question = { prompt: cannedGenerate, data, read: rules.readCannedText }
  const { value, usage } = await askModel(ctx, question)
  return { ok: true, text: value, usage }
}

export const findKnowledgeGaps: Handler<'findKnowledgeGaps'> = async (ctx, { query }) => {
  await ctx.read((reading) => passGate(reading, knowledgeGaps.hook))
  const since = new Date(ctx.now.getTime() - (query.days ?? 30) * DAY_MS)
  const tickets = await ctx.read((reading) => store.listUnresolved(reading, since))
  const weak_pages = await ctx.read((reading) => store.listWeakPages(reading, since))
  const form = rules.formOf<Schemas['AiGaps']>('AiGaps', 'Takes the gaps.')
  const { value, usage } = await askModel(ctx, {
    ...{ prompt: knowledgeGaps, data: { tickets, weak_pages }, tool: form.tool },
    read: (answer) => rules.clusterGaps(form.read(answer), tickets),
  })
  return { ok: true, data: value, weak_pages, usage }
}

/** The most entries of the audit log that a question is about. */
const MOST_ENTRIES = 200

export const askHelpAudit: Handler<'askHelpAudit'> = async (ctx, { body }) => {
  await ctx.read((reading) => passGate(reading, auditQa.hook))
  const rows = await ctx.read((reading) => listNewestEntries(reading, MOST_ENTRIES))
  const events = rows.map((row) => rules.toldEntry(presentEntry(row)))
  const { value, usage } = await askModel(ctx, {
    ...{ prompt: auditQa, data: { question: body.question, events } },
    read: (answer) => rules.readCitingText(answer, rows),
  })
  return { ok: true, text: value, usage }
}

/** A ticket that a prompt is about, as far as the gate lets the hook through. */
interface Told extends Pick<Question<never>, 'prompt' | 'data' | 'ticketId'> {
  readonly messages: readonly store.ToldMessage[]
}

/** The question's data about a ticket; a hook that is not let through does not learn whether it exists. */
async function readTicket(ctx: Asking, prompt: Prompt, ticketId: number): Promise<Told> {
  await ctx.read((reading) => passGate(reading, prompt.hook))
  const named = (reading: Partition) => findTicket(reading, { id: ticketId })
  const row = await ctx.read(named)
  if (!row) throw problem('ticket_not_found', 'There is no such ticket.')
  const messages = await ctx.read((reading) => store.listToldMessages(reading, row.id))
  return { prompt, ticketId, messages, data: { ticket: rules.toldTicket(row, messages) } }
}
