import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import type { ByMember } from '../kit/caller.ts'
import type { Handler, Partition } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { closePage, openPage } from '../kit/page.ts'
import { nullableTimestamp, timestamp } from '../kit/present.ts'
import { conflict, notFound } from '../kit/problem.ts'
import { together } from '../kit/together.ts'
import { requireAbove } from './acting-user.ts'
import { goneFrom, isGone } from './grace.rules.ts'
import { rejectTaken } from './users.rules.ts'
import { noteChore } from '../platform/work.ts'
import { memberPurge } from './member-purge.ts'
import * as store from './users.store.ts'

export const listUsers: Handler<'listUsers'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const found = await store.listUsers(ctx, query, page)
  return closePage(page, found, (row) => presentUser(row, ctx.now))
}

export const createUser: Handler<'createUser'> = async (ctx, { body }) => {
  const verified = body.email_verified ?? false
  const row = await store
    .insertUser(ctx, {
      username: body.username,
      email: body.email,
      display_name: body.display_name ?? body.username,
      avatar_url: body.avatar_url ?? null,
      email_verified: verified,
      joined_at: ctx.now,
    })
    .catch(rejectTaken)
  count(ctx, store.userList, 1)
  emit(ctx, 'user.joined', { user_id: row.id, username: row.username, email_verified: verified })
  return { data: presentUser(row, ctx.now) }
}

export const getUser: Handler<'getUser'> = async (ctx, { path }) => {
  const row = await store.findUser(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentUser(row, ctx.now) }
}

export const updateUser: Handler<'updateUser'> = async (ctx, { path, body }) => {
  const row = await lockBelow(ctx, path.id)
  if (row.deletion_scheduled_at) throw conflict('The deletion of this member is scheduled.')
  const updated = await store.updateUser(ctx, row.id, body).catch(rejectTaken)
  return { data: presentUser(updated, ctx.now) }
}

export const deleteUser: Handler<'deleteUser'> = async (ctx, { path }) => {
  // A super-admin has nobody above, so only their own leaving can be that of the last one.
  const own = path.id === ctx.caller.user.id
  const superAdmins = own ? await store.lockSuperAdmins(ctx) : []
  const row = await lockBelow(ctx, path.id)
  if (row.deletion_scheduled_at) return { data: { id: row.id, deleted: true } }
  if (superAdmins.length === 1 && superAdmins[0]?.id === row.id)
    throw conflict('The last super-admin cannot leave.')
  const reason = 'deletion_scheduled'
  await store.setStanding(ctx, row.id, { deletion_scheduled_at: ctx.now, deletion_reason: reason })
  noteChore(ctx, memberPurge, goneFrom(ctx.now))
  count(ctx, store.userList, -1)
  emit(ctx, 'user.left', { user_id: row.id, username: row.username, reason })
  return { data: { id: row.id, deleted: true } }
}

export const restoreUser: Handler<'restoreUser'> = async (ctx, { path }) => {
  const row = await lockBelow(ctx, path.id)
  const { deletion_scheduled_at } = row
  if (!deletion_scheduled_at) throw conflict('No deletion of this member is scheduled.')
  if (isGone(deletion_scheduled_at, ctx.now)) throw notFound()
  const stays = { deletion_scheduled_at: null, deletion_reason: null }
  const restored = await store.setStanding(ctx, row.id, stays)
  count(ctx, store.userList, 1)
  const change = { before: { deletion_scheduled_at }, after: { deletion_scheduled_at: null } }
  audit(ctx, 'user.restored', { kind: 'user', id: row.id }, change)
  return { data: presentUser(restored, ctx.now) }
}

/** The member, locked, who is the caller or ranks below. */
async function lockBelow(ctx: Partition & ByMember, id: number) {
  const [row, caller] = await together([
    store.lockUser(ctx, id),
    store.findMember(ctx, ctx.caller.user.id),
  ])
  if (!row) throw notFound()
  requireAbove(caller, row)
  return row
}

/** A user as the API shows it at a time; the e-mail address is nobody's business here. */
export const presentUser = (row: store.UserRow, now: Date): components['schemas']['User'] => ({
  id: row.id,
  username: row.username,
  display_name: row.display_name,
  role: row.role as components['schemas']['User']['role'],
  avatar_url: row.avatar_url,
  joined_at: timestamp(row.joined_at),
  last_active_at: nullableTimestamp(row.last_active_at),
  post_count: row.post_count,
  deletion_scheduled_at: nullableTimestamp(row.deletion_scheduled_at),
  suspended_until: nullableTimestamp(
    row.suspended_until && row.suspended_until > now ? row.suspended_until : null,
  ),
})
