import { directory, transactAcross, type Database, type Transaction } from '@mobieus/db'
import type { Tenant } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { createOutbox, flush } from '../kit/outbox.ts'
import { readSettings } from '../kit/settings.ts'
import type { Surface } from '../kit/surface.ts'
import { insertCursor } from '../platform/subscribers.store.ts'
import { SUPER_ADMIN } from '../platform/rank.rules.ts'
import { insertUser, userList } from '../core/users.store.ts'
import * as store from './tenants.store.ts'

/** The properties of a new tenant; its first member is its super-admin, in both partitions. */
export interface NewTenant {
  readonly slug: string
  readonly name: string
  readonly plan: Tenant['plan']
  readonly admin: { readonly username: string; readonly email: string }
}

/** The ids of a tenant's two partitions, and of its super-admin in each. */
export type CreatedTenant = Record<'live' | 'test', { tenantId: number; adminId: number }>

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Creates a tenant: live and test partition, the super-admin, and what its surfaces begin with. All of it
 * is one transaction: a tenant of which only a part is there could neither be used nor made anew.
 */
export async function createTenant(
  db: Database,
  surfaces: readonly Pick<Surface, 'furnish' | 'subscribers'>[],
  tenant: NewTenant,
  now = new Date(),
): Promise<CreatedTenant> {
  if (!SLUG.test(tenant.slug)) throw new Error(`${tenant.slug} is not a host name's label`)
  return transactAcross(db, async ({ directory, enter }) => {
    const ids = await store.insertTenant(directory, tenant)
    const found = async (tenantId: number) => ({
      tenantId,
      adminId: await settle(await enter(tenantId), surfaces, tenant, now),
    })
    return { live: await found(ids.live), test: await found(ids.test) }
  })
}

/** Furnishes one partition; answers its super-admin. */
async function settle(
  { tx, tenantId, query }: Transaction,
  surfaces: readonly Pick<Surface, 'furnish' | 'subscribers'>[],
  { admin }: NewTenant,
  now: Date,
): Promise<number> {
  const ctx = { tx, tenantId, now, outbox: createOutbox() }
  const user = insertUser(ctx, {
    ...admin,
    display_name: admin.username,
    role: SUPER_ADMIN,
    email_verified: true,
    joined_at: now,
  })
  const cursors = surfaces
    .flatMap(({ subscribers }) => subscribers)
    .filter(({ everywhere }) => everywhere)
    .map(({ name }) => insertCursor(ctx, name, 0))
  // Statements that are sent at once travel together.
  const [{ id: user_id, username }] = await Promise.all([user, ...cursors])
  count(ctx, userList, 1)
  emit(ctx, 'user.joined', {
    user_id,
    username,
    email_verified: true,
  })
  for (const { furnish } of surfaces) await furnish?.({ ...ctx, admin: { id: user_id, username } })
  await Promise.all(flush(tenantId, ctx.outbox, now).map(({ text, values }) => query(text, values)))
  return user_id
}

/** Both partitions of a tenant, `undefined` when there is none of that slug. */
export const findTenant = (db: Database, slug: string) => store.findTenant(directory(db), slug)

/** Replaces a tenant's `app.ini`, which `parseSettings` has let through, and tells it to the surfaces. */
export const setAppIni = (
  db: Database,
  surfaces: readonly Pick<Surface, 'onSettings'>[],
  slug: string,
  text: string,
  now = new Date(),
): Promise<void> =>
  transactAcross(db, async ({ directory, enter }) => {
    const former = await store.lockAppInis(directory, slug)
    await store.setAppIni(directory, slug, text)
    for (const { id, app_ini } of former) {
      const { tx, tenantId, query } = await enter(id)
      const ctx = { tx, tenantId, now, outbox: createOutbox() }
      const [before, after] = [readSettings(app_ini), readSettings(text)]
      for (const { onSettings } of surfaces) await onSettings?.(ctx, before, after)
      const told = flush(tenantId, ctx.outbox, now)
      await Promise.all(told.map(({ text, values }) => query(text, values)))
    }
  })

/** Moves a tenant to another plan, in both partitions. */
export const setPlan = (db: Database, slug: string, plan: Tenant['plan']) =>
  store.setPlan(directory(db), slug, plan)

/** Every partition there is, in the order in which they were made. */
export const listTenants = (db: Database) => store.listTenants(directory(db))
