import type { components } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import { listMessage } from '../messages.ts'
import { counted, findPage } from '../paging/page.ts'
import type { Asked } from '../paging/paging.rules.ts'
import { project, projectionOf, shows, type Projecting } from '../projection/projection.ts'
import { userType } from '../schema/types.ts'
import { presentUser } from './presenting.ts'
import { conditionOf, orderOf } from './querying.ts'
import * as store from './users.store.ts'

type Shown = components['schemas']['ScimUser']
type Listing = Pick<AnyContext, 'tx' | 'tenantId' | 'origin' | 'operationId' | 'secrets'>

/** The answer to a list and to a search, which differ in where their parameters stand. */
export async function answerUsers(ctx: Listing, asked: Asked & Projecting) {
  const projection = projectionOf(userType, asked)
  const condition = conditionOf(ctx, asked.filter)
  const order = orderOf(ctx, asked)
  const withGroups = shows(projection, 'groups')
  const { shown, ...place } = await findPage(ctx, asked, {
    isOrdered: order !== undefined,
    find: (bounds) => findUsers(ctx, { condition, order, withGroups, ...bounds }),
    fill: async (rows) => rows.map((row) => project(projection, presentUser(ctx, row)) as Shown),
  })
  return listMessage(shown, place)
}

/** Users of a filter are counted as they are found; the number of all is known beforehand. */
const findUsers = (ctx: Listing, { condition, ...wanted }: store.Wanted) =>
  condition
    ? store.findUsers(ctx, { condition, ...wanted })
    : counted(
        store.countUsers(ctx),
        wanted.limit > 0 && store.listUsers(ctx, { condition, ...wanted }),
      )
