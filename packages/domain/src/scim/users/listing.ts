import type { components } from '@mobieus/contract'
import type { AnyContext } from '../../kit/context.ts'
import type { Looking } from '../filter/looking.ts'
import { listMessage } from '../messages.ts'
import { counted, findPage } from '../paging/page.ts'
import type { Asked } from '../paging/paging.rules.ts'
import { project, projectionOf, shows, type Projecting } from '../projection/projection.ts'
import { userType } from '../schema/types.ts'
import { presentUser } from './presenting.ts'
import { findUsers, type Finding } from './finding.store.ts'
import { lookingFor, orderOf } from './querying.ts'
import { countUsers, listUsers } from './users.store.ts'

type Shown = components['schemas']['ScimUser']
type Listing = Pick<AnyContext, 'tx' | 'tenantId' | 'origin' | 'operationId' | 'secrets'>

/** The answer to a list and to a search, which differ in where their parameters stand. */
export async function answerUsers(ctx: Listing, asked: Asked & Projecting) {
  const projection = projectionOf(userType, asked)
  const looking = lookingFor(ctx, asked.filter)
  const order = orderOf(ctx, asked)
  const withGroups = shows(projection, 'groups')
  const { shown, ...place } = await findPage(ctx, asked, {
    isOrdered: order !== undefined,
    find: (bounds) => foundUsers(ctx, looking, { order, withGroups, ...bounds }),
    fill: async (rows) => rows.map((row) => project(projection, presentUser(ctx, row)) as Shown),
  })
  return listMessage(shown, place)
}

/** Users of a filter are counted as they are found; the number of all is known beforehand. */
const foundUsers = (
  ctx: Listing,
  looking: Looking | undefined,
  wanted: Omit<Finding, 'looking'>,
) =>
  looking
    ? findUsers(ctx, { looking, ...wanted })
    : counted(
        countUsers(ctx),
        wanted.limit > 0 && listUsers(ctx, { condition: undefined, ...wanted }),
      )
