import type { components, Request } from '@mobieus/contract'
import type { Context } from '../../kit/context.ts'
import { reply } from '../../kit/reply.ts'
import { project, projectionOf } from '../projection/projection.ts'
import { resourceOf } from '../schema/resources.ts'
import { userType } from '../schema/types.ts'
import { noteUser } from './noting.ts'
import { presentUser, versionOf } from './presenting.ts'
import { provision } from './writing.ts'

type Shown = components['schemas']['ScimUser']

/** Makes a user, with an id that was taken beforehand or another; answers as the operation does. */
export async function createUser(
  ctx: Context<'createScimUser'>,
  { body, query }: Pick<Request<'createScimUser'>, 'body' | 'query'>,
  id?: number,
) {
  const shows = projectionOf(userType, query)
  const row = await provision(ctx, resourceOf(userType, body), id)
  const shown = presentUser(ctx, row)
  noteUser(ctx, { status: 201, after: row })
  const headers = { ETag: versionOf(row), Location: shown.meta?.location as string }
  return reply(ctx, 201, project(shows, shown) as Shown, { headers })
}
