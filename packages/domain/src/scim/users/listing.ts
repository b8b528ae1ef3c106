import type { components } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { openPage } from '../../kit/page.ts'
import { Problem } from '@mobieus/contract'
import { problem } from '../../kit/problem.ts'
import { together } from '../../kit/together.ts'
import { conditionOf, orderOf } from './querying.ts'
import { listMessage } from '../messages.ts'
import { project, projectionOf, type Projecting } from '../projection/projection.ts'
import { userType } from '../schema/types.ts'
import { countOf, startOf, type Asked } from './paging.rules.ts'
import { presentUser } from './presenting.ts'
import * as store from './users.store.ts'

type Shown = components['schemas']['ScimUser']
type Listing = Pick<AnyContext, 'tx' | 'tenantId' | 'origin' | 'operationId' | 'secrets'>

/** The answer to a list and to a search, which differ in where their parameters stand. */
export async function answerUsers(ctx: Listing, asked: Asked & Projecting) {
  const shows = projectionOf(userType, asked)
  const { users, ...place } = await findPage(ctx, asked)
  const shown = users.map((row) => project(shows, presentUser(ctx, row)) as Shown)
  return listMessage(shown, place)
}

/**
 * A page by index or, with a cursor, behind the resource that the page before ended with (RFC 9865). A page whose
 * index is not said tells the cursor of the next one as well. In another order than that of ids the cursor holds
 * how many came before.
 */
export async function findPage(ctx: Listing, asked: Asked) {
  const condition = conditionOf(ctx, asked.filter)
  const order = orderOf(ctx, asked)
  const count = countOf(asked)
  const cursor = cursorOf(ctx, asked)
  const [after] = (cursor.after ?? []) as number[]
  const byIndex = after === undefined
  const offset = byIndex ? startOf(asked) - 1 : order ? after : 0
  const wanted = { condition, order, offset, limit: count === 0 ? 0 : count + 1 }
  const [total, found] = await together([
    store.countUsers(ctx, condition),
    count === 0
      ? []
      : store.listUsers(ctx, { ...wanted, after: byIndex || order ? undefined : after }),
  ])
  const users = found.slice(0, count)
  const last = users.at(-1)
  const goesOn = found.length > count && asked.startIndex === undefined && last !== undefined
  return {
    users,
    total,
    startIndex: byIndex ? startOf(asked) : undefined,
    nextCursor: goesOn ? cursor.seal([order ? offset + count : last.id]) : undefined,
  }
}

/** The cursor as our pages have it: it belongs to its filter and its order. */
function cursorOf(ctx: Listing, { cursor, filter, sortBy, sortOrder }: Asked) {
  const asked = { ...(cursor && { cursor }), filter, sortBy, sortOrder }
  try {
    return openPage(ctx, asked)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { message, details = [] } = error
    throw problem('invalid_request', message, { details, facts: { scimType: 'invalidCursor' } })
  }
}
