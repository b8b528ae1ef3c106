import { isDeepStrictEqual } from 'node:util'
import type { AnyContext } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import type { Emitting } from '../../kit/context.ts'
import { conflict } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { updateUser as updateMember, userList } from '../../core/users.store.ts'
import type { Resource } from '../schema/resources.ts'
import * as accounts from './accounts.store.ts'
import { columnsOf } from './columns.rules.ts'
import { isActive } from './presenting.ts'
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

/** Makes a member of a resource; answers the row. */
export async function provision(
  ctx: AnyContext & Emitting<'user.joined'>,
  resource: Resource,
): Promise<store.ScimUserRow> {
  const { kept, active = true } = split(resource)
  const { user_name } = columnsOf(kept)
  await accounts.freeName(ctx, user_name)
  await requireFree(ctx, kept, 0)
  const { id, username } = await insertMember(ctx, kept)
  count(ctx, userList, 1)
  emit(ctx, 'user.joined', { user_id: id, username, email_verified: emailOf(kept) !== null })
  await store.insertUser(ctx, id, kept, ctx.now).catch(rejectTaken)
  count(ctx, store.scimUserList, 1)
  if (!active) await setActive(ctx, { id, role: REGISTERED, role_before_ban: null }, false)
  return (await store.findUser(ctx, id)) as store.ScimUserRow
}

const REGISTERED = 2

async function insertMember(ctx: AnyContext, resource: Resource) {
  const suggested = usernameOf(resource)
  for (let tried = 0; tried < TRIES; tried++) {
    const username = tried === 0 ? suggested : anotherUsername(suggested)
    const display_name = displayNameOf(resource, username)
    const member = { username, email: emailOf(resource), display_name, joined_at: ctx.now }
    const id = await accounts.insertMember(ctx, member).catch(rejectTaken)
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
  if (!same || wakes) await requireFree(ctx, kept, row.id, row)
  if (!same) {
    await rename(ctx, row, kept)
    await store.replaceUser(ctx, row.id, kept, { now: ctx.now, has_active }).catch(rejectTaken)
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

/** Refuses names that others have: a member by hand, or an active user of the same external id. */
async function requireFree(
  ctx: AnyContext,
  resource: Resource,
  id: number,
  before?: store.ScimUserRow,
): Promise<void> {
  const { user_name, external_id } = columnsOf(resource)
  const had = before && columnsOf(before.resource)
  if (user_name !== had?.user_name && (await accounts.isByHand(ctx, user_name)))
    throw conflict('The userName is taken.', 'userName')
  if (external_id !== null && (await accounts.isExternalIdTaken(ctx, external_id, id)))
    throw conflict('The externalId is taken.', 'externalId')
}
