import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { conflict, noSuch, notFound } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { lockMember } from '../../core/users.store.ts'
import { audit } from '../../platform/audit.ts'
import { REGISTERED } from '../../platform/rank.rules.ts'
import { isByHand, isExternalIdTaken } from '../users/accounts.store.ts'
import { fold } from '../users/columns.rules.ts'
import { insertUser } from '../users/making.store.ts'
import { noteReleased } from '../users/noting.ts'
import * as users from '../users/users.store.ts'
import { findAccount } from './members.store.ts'

const rejectTaken = takenAs({ scim_users_user_name: 'user_name' })

export const adoptScimMember: Handler<'adoptScimMember'> = async (ctx, { body }) => {
  const { user_id, user_name, external_id = null } = body
  const member = await lockMember(ctx, user_id)
  if (!member || member.deletion_scheduled_at) throw noSuch('user_id')
  if (member.role !== REGISTERED)
    throw conflict('Only members without a role who are not banned are adopted.', 'user_id')
  if (await users.findUser(ctx, user_id))
    throw conflict('The member is managed already.', 'user_id')
  const account = await findAccount(ctx, user_id)
  const own = [account.username, account.email].map((each) => each && fold(each))
  if (!own.includes(fold(user_name)) && (await isByHand(ctx, fold(user_name))))
    throw conflict('The user_name is taken.', 'user_name')
  if (external_id !== null && (await isExternalIdTaken(ctx, external_id, user_id)))
    throw conflict('The external_id is taken.', 'external_id')
  const resource = {
    userName: user_name,
    ...(external_id !== null && { externalId: external_id }),
    displayName: account.display_name,
    ...(account.email && { emails: [{ value: account.email, type: 'work', primary: true }] }),
  }
  await insertUser(ctx, user_id, resource, ctx.now).catch(rejectTaken)
  count(ctx, users.scimUserList, 1)
  const after = { user_name, external_id }
  audit(ctx, 'user.adopted', { kind: 'user', id: user_id }, { after })
  return { data: { user: { id: user_id, username: member.username }, user_name, external_id } }
}

export const releaseScimMember: Handler<'releaseScimMember'> = async (ctx, { path }) => {
  await lockMember(ctx, path.id)
  const removed = await users.removeUser(ctx, path.id, ctx.now)
  if (!removed) throw notFound()
  count(ctx, users.scimUserList, -1)
  noteReleased(ctx, path.id)
  return { data: { user_id: path.id, released: true } }
}
