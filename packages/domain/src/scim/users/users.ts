import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { requireMatch } from '../../kit/preconditions.ts'
import { notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { updateUser as updateMember } from '../../core/users.store.ts'
import { idOf } from '../ids.rules.ts'
import { patched } from '../patch/patch.ts'
import { project, projectionOf, type Projecting } from '../projection/projection.ts'
import { replacementOf } from '../schema/resources.ts'
import { userType } from '../schema/types.ts'
import { answerUsers } from './listing.ts'
import { noteUser } from './noting.ts'
import { presentUser, versionOf, writtenOf } from './presenting.ts'
import { letGo } from './standing.ts'
import { createUser } from './creating.ts'
import { rewrite } from './writing.ts'
import * as store from './users.store.ts'

type Shown = components['schemas']['ScimUser']

export const listScimUsers: Handler<'listScimUsers'> = (ctx, { query }) => answerUsers(ctx, query)

export const searchScimUsers: Handler<'searchScimUsers'> = (ctx, { body }) => answerUsers(ctx, body)

export const createScimUser: Handler<'createScimUser'> = (ctx, request) => createUser(ctx, request)

export const getScimUser: Handler<'getScimUser'> = async (ctx, { path, query }) => {
  const row = await store.findUser(ctx, idOf(path.id))
  if (!row) throw notFound()
  return answered(ctx, row, query)
}

export const replaceScimUser: Handler<'replaceScimUser'> = async (ctx, { path, query, body }) => {
  const row = await lockUser(ctx, path.id)
  const next = replacementOf(userType, row.resource, body)
  return changed(ctx, row, await rewrite(ctx, row, next, true), query)
}

export const patchScimUser: Handler<'patchScimUser'> = async (ctx, { path, query, body }) => {
  const row = await lockUser(ctx, path.id)
  const { resource } = patched(userType, writtenOf(row), body)
  const after = await rewrite(ctx, row, resource, Object.hasOwn(resource, 'active'))
  return changed(ctx, row, after, query)
}

export const deleteScimUser: Handler<'deleteScimUser'> = async (ctx, { path }) => {
  const row = await lockUser(ctx, path.id)
  await letGo(ctx, row)
  await updateMember(ctx, row.id, { email: null, email_verified: false })
  await store.removeUser(ctx, row.id, ctx.now)
  count(ctx, store.scimUserList, -1)
  noteUser(ctx, { status: 204, before: row })
  return reply(ctx, 204)
}

async function lockUser(ctx: AnyContext, text: string): Promise<store.ScimUserRow> {
  const row = await store.lockUser(ctx, idOf(text))
  if (!row) throw notFound()
  requireMatch(ctx, versionOf(row), 'weakly')
  return row
}

/** The answer of a change, which is noted as the resource was and as it became. */
function changed<Id extends 'replaceScimUser' | 'patchScimUser'>(
  ctx: AnyContext & { readonly operationId: Id },
  before: store.ScimUserRow,
  after: store.ScimUserRow,
  query: Projecting,
) {
  noteUser(ctx, { status: 200, before, after })
  return answered(ctx, after, query)
}

function answered<Id extends 'replaceScimUser' | 'patchScimUser' | 'getScimUser'>(
  ctx: Pick<AnyContext, 'origin'> & { readonly operationId: Id },
  row: store.ScimUserRow,
  query: Projecting,
) {
  const shown = project(projectionOf(userType, query), presentUser(ctx, row)) as Shown
  return reply(ctx as { operationId: 'getScimUser' }, 200, shown, {
    headers: { ETag: versionOf(row) },
  })
}
