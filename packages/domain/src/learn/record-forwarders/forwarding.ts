import { retryAfterMs } from '@mobieus/contract'
import { transact, unseal } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import type { Posted } from '../../kit/poster.ts'
import type { Task, Work } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { findConsistentThrough } from '../xapi/statements/reading.store.ts'
import * as batches from './forwarding.store.ts'
import {
  bodyOf,
  firstPart,
  refusesContent,
  retryAt,
  statementsOf,
  type AttachedFile,
  type Part,
} from './forwarding.rules.ts'
import * as store from './forwarders.store.ts'
import { FORWARDER_PASSWORDS, passwordPlace } from './passwords.ts'

/** How soon a store that has everything is looked after again. */
const IDLE_MS = 10_000
/** How long a worker stays with one store. Other tasks of the tenant wait that long. */
const TURN_MS = 20_000
/** A store that has answered nothing good for so long is left alone. */
const GIVEN_UP_MS = 3 * 24 * 3_600_000
const AT_ONCE = 50

/**
 * Forwards what is stored, in order, behind the last statement that the other store has taken. A worker that is killed
 * sends at most one part again: the other store knows its ids, as this one does where it comes back.
 */
export const forwardingRecords: Task = {
  name: 'forward-learning-records',
  async run(work, tenantId, id) {
    const { clock } = work
    const until = clock().getTime() + TURN_MS
    for (let most = AT_ONCE; ;) {
      const found = await nextOf(work, tenantId, id, most)
      if (!found) return undefined
      const { forwarder, part } = found
      if (!part) return new Date(clock().getTime() + IDLE_MS)
      if (clock().getTime() > until) return clock()
      const posted = await send(work, tenantId, forwarder, part)
      if (posted.error === null || (refusesContent(posted) && part.rows.length === 1)) {
        await move(work, tenantId, forwarder, part, posted)
        most = posted.error === null ? Math.min(2 * most, AT_ONCE) : most
      } else if (refusesContent(posted)) most = Math.floor(part.rows.length / 2)
      else return fail(work, tenantId, forwarder, posted)
    }
  },
}

/** The forwarder, while it is active, and what it gets next. */
function nextOf({ db }: Work, tenantId: number, id: number, most: number) {
  return transact(db, tenantId, async ({ tx }) => {
    const ctx: Partition = { tx, tenantId }
    const forwarder = await store.findForwarder(ctx, id)
    if (!forwarder?.is_active) return undefined
    const through = await findConsistentThrough(ctx)
    const part = firstPart(await batches.listNext(ctx, forwarder, through, most))
    return { forwarder, part: part && { ...part, files: await batches.listFiles(ctx, part) } }
  })
}

async function send(
  { db, secrets, poster }: Work,
  tenantId: number,
  { id, url, username }: store.ForwarderRow,
  part: Part & { readonly files: readonly AttachedFile[] },
): Promise<Posted> {
  const sealed = await transact(db, tenantId, ({ tx }) => store.findPassword({ tx, tenantId }, id))
  const { sealing } = secrets.for(FORWARDER_PASSWORDS)
  const password = sealed && unseal(sealing, sealed, passwordPlace(tenantId, id))
  if (password === undefined)
    return { statusCode: null, error: 'password_shut', body: null, retryAfter: undefined }
  const { contentType, bytes } = bodyOf(part)
  const headers = {
    'Content-Type': contentType,
    'X-Experience-API-Version': part.version,
    'User-Agent': 'Mobieus-Records/1.0',
    Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
  }
  return poster.post(statementsOf(url), headers, bytes)
}

/** Notes what the other store has taken, or the one statement that it has refused for good. */
async function move(
  { db, clock }: Work,
  tenantId: number,
  forwarder: store.ForwarderRow,
  { rows }: Part,
  posted: Posted,
): Promise<void> {
  const last = rows.at(-1) as Part['rows'][number]
  const isTaken = posted.error === null
  const told = `${last.statement_id}: ${posted.statusCode} ${posted.body ?? ''}`.slice(0, 500)
  await bySystem(db, tenantId, clock(), (ctx) =>
    batches.moveCursor(ctx, forwarder, {
      ...{ after_stored: last.stored, after_id: last.id },
      ...(isTaken ? { taken: rows.length, refused: 0 } : { taken: 0, refused: 1, error: told }),
    }),
  )
}

/** Notes that the other store cannot be reached, or lets nobody in; answers when it is tried again. */
async function fail(
  { db, clock }: Work,
  tenantId: number,
  { id, failures, failing_since }: store.ForwarderRow,
  { error, statusCode, retryAfter }: Posted,
): Promise<Date | undefined> {
  const now = clock()
  const since = failing_since ?? now
  const isOver = now.getTime() - since.getTime() > GIVEN_UP_MS
  const again = isOver ? null : retryAt(failures, now, retryAfterMs(retryAfter, now.getTime()))
  await bySystem(db, tenantId, now, (ctx) =>
    store.updateForwarder(ctx, id, {
      ...{ failures: failures + 1, failing_since: since, retry_at: again },
      last_error: statusCode === null ? String(error) : `${error} ${statusCode}`,
      ...(isOver && { is_active: false }),
    }),
  )
  return again ?? undefined
}
