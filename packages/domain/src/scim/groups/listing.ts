import type { AnyContext } from '../../kit/context.ts'
import { compileFilter } from '../filter/compile.ts'
import { parseFilter } from '../filter/parse.ts'
import { listMessage } from '../messages.ts'
import { counted, findPage } from '../paging/page.ts'
import type { Asked } from '../paging/paging.rules.ts'
import { orderOf } from '../projection/order.ts'
import { project, projectionOf, shows, type Projecting } from '../projection/projection.ts'
import { groupType } from '../schema/types.ts'
import { columnsFor } from './columns.store.ts'
import * as store from './groups.store.ts'
import { fitting } from './listing.rules.ts'
import { listMembers, type MemberRow } from './members.store.ts'
import { presentGroup } from './presenting.ts'

type Listing = Pick<AnyContext, 'tx' | 'tenantId' | 'origin' | 'operationId' | 'secrets'>

/** Members of all groups of a page together, beyond which it ends. */
const MOST_MEMBERS = 20_000

/** The answer to a list and to a search, which differ in where their parameters stand. */
export async function answerGroups(ctx: Listing, asked: Asked & Projecting) {
  const projection = projectionOf(groupType, asked)
  const columns = columnsFor(ctx)
  const { filter } = asked
  const condition = filter ? compileFilter(columns, parseFilter(groupType, filter)) : undefined
  const order = orderOf(groupType, columns, asked)
  const { shown, ...place } = await findPage(ctx, asked, {
    isOrdered: order !== undefined,
    find: (bounds) =>
      counted(
        store.countGroups(ctx, condition),
        bounds.limit > 0 && store.listGroups(ctx, { condition, order, ...bounds }),
      ),
    fill: async (rows) => {
      const found = shows(projection, 'members') ? await withMembers(ctx, rows) : rows.map(alone)
      return found.map(({ row, members }) =>
        project(projection, presentGroup(ctx, row, members, projection)),
      )
    },
  })
  return listMessage(shown, place)
}

const alone = (row: store.GroupRow): WithMembers => ({ row, members: [] })

export interface WithMembers {
  readonly row: store.GroupRow
  readonly members: readonly MemberRow[]
}

/** As many of the first groups as a page can hold, with their members; one group is read whatever its size. */
export async function withMembers(
  ctx: Listing,
  rows: readonly store.GroupRow[],
): Promise<readonly WithMembers[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const some = await listMembers(ctx, ids, MOST_MEMBERS + 1)
  const { whole, isFirstCut } = fitting(ids, some, MOST_MEMBERS)
  const members = isFirstCut ? await listMembers(ctx, ids.slice(0, 1)) : some
  const byGroup = new Map(ids.map((id) => [id, [] as MemberRow[]]))
  for (const member of members) byGroup.get(member.group_id)?.push(member)
  return rows
    .slice(0, isFirstCut ? 1 : whole)
    .map((row) => ({ row, members: byGroup.get(row.id) ?? [] }))
}
