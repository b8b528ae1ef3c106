import type { Database, Secrets } from '@mobieus/db'
import { count } from '../../kit/count.ts'
import { openToken, signedToken } from '../../kit/tokens.ts'
import { bySystem } from '../../platform/by-system.ts'
import { noteInAudit } from '../audit/audited.ts'
import { requesterOf } from '../tickets/authors.ts'
import { noteChange } from '../tickets/thread.ts'
import { lockTicket, ticketList, updateTicket, type TicketRow } from '../tickets/tickets.store.ts'

const PURPOSE = 'rating'
const DAY_MS = 24 * 60 * 60 * 1000
/** The time in which a survey can be answered, and the time in which an answer can be changed. */
const ANSWERED_WITHIN_MS = 30 * DAY_MS
const CHANGED_WITHIN_MS = DAY_MS

/** The path of the page on which a requester rates a ticket. */
export const RATING_PATH = '/helpdesk/rating'

/** A ticket with its partition. */
export interface RatedTicket {
  readonly tenantId: number
  readonly ticketId: number
}

/** The path, with a token, at which the requester of a ticket rates it. */
export const ratingPath = (secrets: Secrets, tenantId: number, ticketId: number): string =>
  `${RATING_PATH}?token=${signedToken(secrets.for(PURPOSE).signing, [tenantId, ticketId])}`

/** The ticket of a token; `undefined` where the token is none of ours. */
export function ticketOfRating(secrets: Secrets, token: string): RatedTicket | undefined {
  const words = openToken(secrets.for(PURPOSE).signing, token)
  return words && { tenantId: Number(words[0]), ticketId: Number(words[1]) }
}

/** The requester's words about the help. */
export interface Said {
  readonly rating: 'good' | 'bad'
  readonly comment: string | null
}

/** The outcome of a rating: kept, the same as before, or after the time for it, or for changing it, is over. */
export type RatingEnd = 'kept' | 'unchanged' | 'over'

/** Keeps a rating, and tells it. */
export const rateTicket = (
  db: Database,
  { tenantId, ticketId }: RatedTicket,
  { rating, comment }: Said,
  now: Date,
): Promise<RatingEnd> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const row = await lockTicket(ctx, { id: ticketId })
    if (!row || !isOpen(row, now)) return 'over'
    if (row.rating === rating && row.rating_comment === comment) return 'unchanged'
    const rated = { rating, rating_comment: comment, rated_at: row.rated_at ?? now }
    await updateTicket(ctx, row.id, { ...rated, updated_at: now })
    count(ctx, ticketList, -1, row)
    count(ctx, ticketList, 1, { ...row, ...rated })
    const by = requesterOf(row)
    noteChange(ctx, row, by, { field: 'satisfaction', from: row.rating, to: rating })
    const told = { before: { rating: row.rating }, after: { rating } }
    noteInAudit(ctx, 'ticket.rated', { kind: 'ticket', id: row.id }, told, by)
    return 'kept'
  })

function isOpen({ survey_sent_at, rated_at, merged_into_id }: TicketRow, now: Date): boolean {
  if (survey_sent_at === null || merged_into_id !== null) return false
  if (now.getTime() > survey_sent_at.getTime() + ANSWERED_WITHIN_MS) return false
  return rated_at === null || now.getTime() <= rated_at.getTime() + CHANGED_WITHIN_MS
}
