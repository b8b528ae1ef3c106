import type { components, Request } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { closePage, type Page, type PageRequest } from '../../kit/page.ts'
import { settingOf } from '../../kit/settings.ts'
import { instantOf } from '../../platform/events.rules.ts'
import { language } from '../settings.ts'
import { excerptOf } from './search.rules.ts'
import { searchTickets, type HitRow } from './search.store.ts'
import { SUBJECT } from './words.store.ts'
import { presentTicket } from './presentation.ts'

type Query = Request<'listTickets'>['query']
type Ticket = components['schemas']['Ticket']

/** The page of a search for `q`, the best first, among the tickets that the other filters find. */
export async function searchPage(
  ctx: AnyContext,
  q: string,
  { status, unassigned, snoozed, updated_since, ...query }: Query,
  page: PageRequest,
): Promise<Page<Ticket>> {
  const search = {
    ...{ q, language: settingOf(ctx.tenant.settings, language) },
    ...{ priority: query.priority, queue_id: query.queue_id, assignee_id: query.assignee_id },
    ...{ requester_email: query.requester_email, tag: query.tag, sla_state: query.sla_state },
    isSnoozed: snoozed,
    rating: query.rating,
    statuses: status?.length ? status : undefined,
    isAssigned: unassigned === undefined ? undefined : !unassigned,
    updated_since: updated_since && instantOf(updated_since).toISOString(),
  }
  return closePage(page, await searchTickets(ctx, search, page), presentHit)
}

const presentHit = (row: HitRow): Ticket => ({
  ...presentTicket(row),
  match: {
    message_id: row.message_id === SUBJECT ? null : row.message_id,
    excerpt: excerptOf(row.excerpt),
  },
})
