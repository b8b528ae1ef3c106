import type { OperationId } from '@mobieus/contract'
import { get, list, write, type ScaleRow } from './scale-requests.ts'

const ai = '/api/admin/ai'

/** The ledger of calls of the model, and its settings. */
export const AI_ROWS: readonly ScaleRow[] = [
  ...list(
    'listAiCalls',
    `${ai}/calls`,
    {
      hook: { hook: 'summary' },
      outcome: { outcome: 'failed' },
      'hook and outcome': { hook: 'summary', outcome: 'failed' },
    },
    'ai_calls',
  ),
  get('getAiUsage', () => `${ai}/usage`),
  get('getAiSettings', () => `${ai}/settings`),
  write('updateAiSettings', `${ai}/settings`, (_: unknown, n: number) => ({
    monthly_cap_cents: 1000 + n,
  })),
]

const REASON =
  'takes its time for the model; its rows are those of getTicket and listTicketMessages'

/** The hooks, which ask a model. */
export const UNMEASURED_HOOKS: Readonly<Partial<Record<OperationId, string>>> = {
  ...{ suggestTicketReplies: REASON, summarizeTicket: REASON, categorizeTicket: REASON },
  ...{ readTicketSentiment: REASON, predictTicketResolution: REASON },
  ...{ generateCannedResponse: REASON, findKnowledgeGaps: REASON, askHelpAudit: REASON },
}
