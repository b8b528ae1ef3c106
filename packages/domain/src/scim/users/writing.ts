import { isDeepStrictEqual } from 'node:util'
import type { AnyContext, Emitting } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { conflict } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { BANNED, REGISTERED } from '../../platform/rank.rules.ts'
import { updateUser as updateMember, userList } from '../../core/users.store.ts'
import type { Resource } from '../schema/resources.ts'
import * as accounts from './accounts.store.ts'
import { columnsOf } from './columns.rules.ts'
import * as making from './making.store.ts'
import { isActive } from './presenting.ts'
import { noteReleased } from './noting.ts'
import { setActive } from './standing.ts'
import { anotherUsername, displayNameOf, emailOf, usernameOf } from './usernames.rules.ts'
import * as store from './users.store.ts'

const rejectTaken = takenAs({
  scim_users_user_name: 'userName',
  users_tenant_id_email_key_key: 'email',
})

/** Usernames that are tried; each but the first ends in four random bytes. */
const TRIES = 4

/** `active` is the member's standing, and no part of what is kept. */
function split(resource: Resource): {
  readonly kept: Resource
  readonly active: boolean | undefined
} {
  const { active, ...kept } = resource
  return { kept, active: typeof active === 'boolean' ? active : undefined }
}

/** Makes a member of a resource, with an id that was taken beforehand or another; answers the row. */
export async function provision(
  ctx: AnyContext & Emitting<'user.joined'>,
  resource: Resource,
  taken?: number,
): Promise<store.ScimUserRow> {
  const { kept, active = true } = split(resource)
  const made = { resource: kept, columns: columnsOf(kept) }
  // Sent at once, they travel together and are carried out in this order.
  const [leaver] = await Promise.all([
    accounts.findLeaver(ctx, made.columns.user_name),
    requireFree(ctx, made.columns, { id: 0, active }),
  ])
  if (leaver !== undefined) await forget(ctx, leaver)
  const member = { role: active ? REGISTERED : BANNED, role_before_ban: null }
  const { id, username } = await insertMember(ctx, made, member.role, taken)
  count(ctx, userList, 1)
  emit(ctx, 'user.joined', { user_id: id, username, email_verified: emailOf(kept) !== null })
  count(ctx, store.scimUserList, 1)
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const row = { ...member, id, username, resource: kept, version: 1, has_active: true }
  return { ...row, ...times, groups: null }
}

/** Lets go of a member who is leaving, and whose name is asked for anew. */
async function forget(ctx: AnyContext, id: number): Promise<void> {
  if (!(await store.removeUser(ctx, id, ctx.now))) return
  count(ctx, store.scimUserList, -1)
  noteReleased(ctx, id)
}

async function insertMember(
  ctx: AnyContext,
  made: making.Made,
  role: number,
  taken: number | undefined,
) {
  const suggested = usernameOf(made.resource)
  const email = emailOf(made.resource)
  for (let tried = 0; tried < TRIES; tried++) {
    const username = tried === 0 ? suggested : anotherUsername(suggested)
    const member = {
      id: taken,
      username,
      email,
      display_name: displayNameOf(made.resource, username),
      role,
    }
    const id = await making.insertMember(ctx, member, made, ctx.now).catch(rejectTaken)
    if (id !== undefined) return { id, username }
  }
  throw new Error(`no username is free for ${suggested}`)
}

/**
 * Puts a resource in place of a locked user's; answers the row as it is then. A resource without `active` leaves the
 * member's standing as it is, and shows none where the provider has removed it.
 */
export async function rewrite(
  ctx: AnyContext,
  row: store.ScimUserRow,
  resource: Resource,
  has_active: boolean,
): Promise<store.ScimUserRow> {
  const { kept, active } = split(resource)
  const role = active === undefined ? row.role : await setActive(ctx, row, active)
  const same = isDeepStrictEqual(kept, row.resource) && has_active === row.has_active
  const wakes = role !== row.role && isActive({ role })
  const columns = columnsOf(kept)
  const user = { id: row.id, active: isActive({ role }) }
  if (!same || wakes) await requireFree(ctx, columns, user, columnsOf(row.resource))
  if (!same) {
    await rename(ctx, row, kept)
    await store
      .replaceUser(ctx, row.id, { resource: kept, columns }, { now: ctx.now, has_active })
      .catch(rejectTaken)
  }
  if (same && role === row.role) return row
  return (await store.findUser(ctx, row.id)) as store.ScimUserRow
}

/** The member's address and the name that the community shows, where they have changed. */
async function rename(ctx: AnyContext, row: store.ScimUserRow, resource: Resource) {
  const email = emailOf(resource)
  const display_name = displayNameOf(resource, row.username)
  const sameEmail = email === emailOf(row.resource)
  if (sameEmail && display_name === displayNameOf(row.resource, row.username)) return
  const change = sameEmail ? {} : { email, email_verified: email !== null }
  await updateMember(ctx, row.id, { display_name, ...change }).catch(rejectTaken)
}

type Columns = making.Made['columns']

/** Refuses names that others have: a member by hand, or, of an active user, another one who is. */
async function requireFree(
  ctx: AnyContext,
  { user_name, external_id }: Columns,
  { id, active }: { readonly id: number; readonly active: boolean },
  before?: Columns,
): Promise<void> {
  const [byHand, taken] = await Promise.all([
    user_name !== before?.user_name && accounts.isByHand(ctx, user_name),
    active && external_id !== null && accounts.isExternalIdTaken(ctx, external_id, id),
  ])
  if (byHand) throw conflict('The userName is taken.', 'userName')
  if (taken) throw conflict('The externalId is taken.', 'externalId')
}
