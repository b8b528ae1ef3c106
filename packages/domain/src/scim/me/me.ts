import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { requireMatch } from '../../kit/preconditions.ts'
import { notFound, problem } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { addressOf } from '../messages.ts'
import { patched } from '../patch/patch.ts'
import { project, projectionOf, type Projecting } from '../projection/projection.ts'
import { userType } from '../schema/types.ts'
import { presentUser, versionOf, writtenOf } from '../users/presenting.ts'
import { findUser, lockUser, type ScimUserRow } from '../users/users.store.ts'
import { rewrite } from '../users/writing.ts'
import { foreignChange } from './me.rules.ts'

type Shown = components['schemas']['ScimUser']

export const getScimMe: Handler<'getScimMe'> = async (ctx, { query }) => {
  const row = await findUser(ctx, idOf(ctx))
  if (!row) throw notFound()
  return answered(ctx, row, query)
}

export const patchScimMe: Handler<'patchScimMe'> = async (ctx, { query, body }) => {
  const row = await lockUser(ctx, idOf(ctx))
  if (!row) throw notFound()
  requireMatch(ctx, versionOf(row), 'weakly')
  const stored = writtenOf(row)
  const { resource } = patched(userType, stored, body)
  const foreign = foreignChange(stored, resource)
  if (foreign !== undefined)
    throw problem('not_allowed', `${foreign} is the provider's, and no member changes it.`)
  return answered(ctx, await rewrite(ctx, row, resource, row.has_active), query)
}

/** The member whose key it is; a provider's token is nobody's. */
function idOf({ caller }: Pick<AnyContext, 'caller'>): number {
  if (caller?.kind !== 'key') throw notFound()
  return caller.user.id
}

function answered<Id extends 'getScimMe' | 'patchScimMe'>(
  ctx: Pick<AnyContext, 'origin'> & { readonly operationId: Id },
  row: ScimUserRow,
  query: Projecting,
) {
  const shown = project(projectionOf(userType, query), presentUser(ctx, row)) as Shown
  const headers = { ETag: versionOf(row), Location: addressOf(ctx, `/Users/${row.id}`) }
  return reply(ctx as { operationId: 'getScimMe' }, 200, shown, { headers })
}
