import { directory, type Database } from '@mobieus/db'
import type { Chore } from '../kit/surface.ts'
import { bySystem } from './by-system.ts'
import { settleDue } from './work.ts'
import * as store from './work.store.ts'

const PAGE = 500

/** Every tenant for which work of a kind is due now, each once, the longest waiting first. */
export async function* tenantsDue(db: Database, kind: string, now: Date): AsyncGenerator<number> {
  let page: store.Due[]
  let last: store.Due | undefined
  do {
    page = await store.listDue(directory(db), kind, now, PAGE, last)
    last = page.at(-1)
    for (const { tenant_id } of page) yield tenant_id
  } while (page.length === PAGE)
}

const MOST = 1_000

/** The first of them, up to a thousand. */
export async function listTenantsDue(db: Database, kind: string, now: Date): Promise<number[]> {
  const due = await store.listDue(directory(db), kind, now, MOST)
  return due.map(({ tenant_id }) => tenant_id)
}

/**
 * Does a chore of a tenant, in batches of a transaction each, until nothing is due, and notes when it is
 * next. Answers how much was done. Safe to run twice, and beside others that do the same.
 */
export async function doChore(
  db: Database,
  tenantId: number,
  { name, run, next }: Chore,
  now: Date,
): Promise<number> {
  let done = 0
  for (let batch = -1; batch !== 0; done += Math.max(batch, 0))
    batch = await bySystem(db, tenantId, now, run)
  await settleDue(db, tenantId, name, next({ tenantId }), now)
  return done
}
