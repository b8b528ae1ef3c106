import type { components } from '@mobieus/contract'
import type { Context, Handler } from '../kit/context.ts'
import { closePage, openPage, type PageRequest } from '../kit/page.ts'
import { ulid } from '../kit/ulid.ts'
import { instantOf } from './events.rules.ts'
import * as store from './events.store.ts'

export const listEvents: Handler<'listEvents'> = async (ctx, { query }) => {
  const { since, until, order = 'desc' } = query
  const types = [...new Set(query.type)].sort()
  const ascending = order === 'asc'
  // The cursor is bound to the filters that narrow the log; a default leaves it as it is.
  const shown = { type: types.length > 0 ? types : undefined, order: ascending ? order : undefined }
  const page = openPage(ctx, { ...query, ...shown })
  const filter = { types, order, since: timeOf(since), until: timeOf(until) }
  const { rows, total, tip } = await findPage(ctx, filter, page)
  const closed = closePage(page, { rows, total, keyOf }, presentEvent)
  if (!ascending || closed.has_more) return closed
  // The cursor never goes back: everything up to the tip was looked at, and a replica may lag behind the
  // page before.
  return { ...closed, next_cursor: page.seal([Math.max(tip, Number(page.after?.[0] ?? 0))]) }
}

/** A page that shows everything which was committed before the request. */
async function findPage(ctx: Context<'listEvents'>, ...asked: [store.EventFilter, PageRequest]) {
  const found = await store.listEvents(ctx, ...asked)
  return found.arriving && (await ctx.placeArrivals()) ? store.listEvents(ctx, ...asked) : found
}

const keyOf = (row: store.EventRow) => [row.position]

const timeOf = (text: string | undefined) => (text === undefined ? undefined : instantOf(text))

/**
 * The envelope of an event. Its id is the ULID of its time and its position in the log, so ids sort
 * like positions and need not be stored.
 */
export const presentEvent = (row: store.EventRow): components['schemas']['LoggedEvent'] => ({
  id: `evt_${ulid(row.created_at, 0, row.position)}`,
  type: row.type as components['schemas']['EventType'],
  created_at: row.created_at.toISOString(),
  data: row.data as Record<string, unknown>,
})
