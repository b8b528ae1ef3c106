import type { components } from '@mobieus/contract'
import type { Handler } from '../context.ts'
import { closePage, openPage } from '../page.ts'
import { ulid } from '../ulid.ts'
import { instantOf } from './events.rules.ts'
import * as store from './events.store.ts'

export const listEvents: Handler<'listEvents'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const { type, since } = query
  const filter = { type, since: since === undefined ? undefined : instantOf(since) }
  const { rows, total, keyOf } = await store.listEvents(ctx, filter, page)
  return closePage(page, rows, total, keyOf, presentEvent)
}

/**
 * The envelope of an event. Its id is the ULID of its time and its position in the log, so ids sort
 * like positions and need not be stored.
 */
export const presentEvent = (row: store.EventRow): components['schemas']['Event'] => ({
  id: `evt_${ulid(row.created_at, 0, row.position)}`,
  type: row.type as components['schemas']['EventType'],
  created_at: row.created_at.toISOString(),
  data: row.data as Record<string, unknown>,
})
