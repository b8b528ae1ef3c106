import { directory, transact, type Database } from '@mobieus/db'
import type { RawBuilder } from 'kysely'
import { nextEndedSecret } from './admin/api-keys.store.ts'
import { purgeEndedSecrets } from './admin/keys.ts'
import { nextExpired } from './admin/session.store.ts'
import { purgeSignIns } from './admin/sign-in.ts'
import { bySystem } from './platform/by-system.ts'
import type { Partition, Writing } from './kit/context.ts'
import { GRACE_DAYS } from './core/grace.rules.ts'
import { expireListings } from './core/listing-expiry.ts'
import { nextDueListing } from './core/listings.store.ts'
import { nextIdempotencyKey, purgeIdempotencyKeys, purgeLeftUsers } from './core/retention.store.ts'
import { nextDueDeletion } from './core/users.store.ts'
import { purgeWebhookDeliveries } from './platform/webhook-purges.ts'
import { nextPurge } from './platform/webhook-purges.store.ts'
import { DELIVERIES_KEPT_DAYS } from './platform/webhooks.rules.ts'
import { SUBSCRIBER } from './platform/webhooks.store.ts'
import { choreKinds, logKind, WEBHOOKS, type ChoreKind } from './platform/work.ts'
import * as store from './platform/work.store.ts'

/** Something that is done to a tenant when its time has come. */
interface Chore {
  /** Does at most a batch of what is due; answers how much, and 0 when nothing is left. */
  readonly run: (ctx: Writing, now: Date) => Promise<number>
  /** When something is due next, as SQL; null for never. */
  readonly next: (partition: Pick<Partition, 'tenantId'>) => RawBuilder<unknown>
}

const chores: Readonly<Record<ChoreKind, Chore>> = {
  expireListings: { run: expireListings, next: nextDueListing },
  purgeEndedSecrets: { run: purgeEndedSecrets, next: nextEndedSecret },
  purgeIdempotencyKeys: { run: purgeIdempotencyKeys, next: nextIdempotencyKey },
  purgeLeftUsers: {
    run: purgeLeftUsers,
    next: (partition) => nextDueDeletion(partition, GRACE_DAYS),
  },
  purgeSignIns: { run: purgeSignIns, next: nextExpired },
  purgeWebhookDeliveries: {
    run: purgeWebhookDeliveries,
    next: (partition) => nextPurge(partition, DELIVERIES_KEPT_DAYS),
  },
}

const PAGE = 500

/** Every tenant for which a chore is due now, each once, the longest waiting first. */
export async function* tenantsDue(
  db: Database,
  kind: ChoreKind,
  now: Date,
): AsyncGenerator<number> {
  let page: store.Due[]
  let last: store.Due | undefined
  do {
    page = await store.listDue(directory(db), kind, now, PAGE, last)
    last = page.at(-1)
    for (const { tenant_id } of page) yield tenant_id
  } while (page.length === PAGE)
}

/**
 * Does a chore of a tenant, in batches of a transaction each, until nothing is due, and notes when it is
 * next. Answers how much was done. Safe to run twice, and beside others that do the same.
 */
export async function doChore(
  db: Database,
  tenantId: number,
  kind: ChoreKind,
  now: Date,
): Promise<number> {
  const { run, next } = chores[kind]
  let done = 0
  for (let batch = -1; batch !== 0; done += Math.max(batch, 0))
    batch = await bySystem(db, tenantId, now, (ctx) => run(ctx, now))
  await transact(db, tenantId, async ({ tx }) => {
    const partition = { tx, tenantId }
    // Sent together: the second sees what the first has waited for.
    await Promise.all([
      store.lockDue(partition, kind),
      store.setDue(partition, kind, next(partition), now),
    ])
  })
  return done
}

const PIECE = 500
const PIECE_MS = 10 * 60 * 1000

/**
 * Notes all kinds of work of a few tenants, another few every ten minutes, so that a note that
 * was lost, or comes too late, is made again. Of 100,000 tenants each has its turn once in 33 hours.
 */
export async function sweepWork(db: Database, now: Date): Promise<void> {
  const pieces = Math.ceil((await store.countTenants(directory(db))) / PIECE)
  const from = (Math.floor(now.getTime() / PIECE_MS) % Math.max(pieces, 1)) * PIECE
  const kinds = [...choreKinds, WEBHOOKS, logKind(SUBSCRIBER)]
  await store.noteAll(directory(db), kinds, { from, limit: PIECE }, now)
}
