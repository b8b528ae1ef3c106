import { sql } from 'kysely'
import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { together } from '../../kit/together.ts'
import type { Columns } from '../filter/columns.ts'
import { lookingOf } from '../filter/looking.ts'
import { parseFilter } from '../filter/parse.ts'
import { columnsFor as groupColumns } from '../groups/columns.store.ts'
import { countGroups, listGroups } from '../groups/groups.store.ts'
import { withMembers } from '../groups/listing.ts'
import { presentGroup } from '../groups/presenting.ts'
import { listMessage } from '../messages.ts'
import { counted, findPage } from '../paging/page.ts'
import type { Asked } from '../paging/paging.rules.ts'
import { directionOf, keyOf } from '../projection/order.ts'
import { project, projectionOf, shows, type Projecting } from '../projection/projection.ts'
import type { ResourceType } from '../schema/attribute.ts'
import { groupType, userType } from '../schema/types.ts'
import { columnsFor as userColumns } from '../users/columns.store.ts'
import { presentUser } from '../users/presenting.ts'
import { countUsers, listUsers } from '../users/users.store.ts'
import { findInOrder, findInTurn, listAny, type FoundRow, type Kind } from './search.store.ts'

type Shown = components['schemas']['ScimUser'] | components['schemas']['ScimGroup']
type Listing = Pick<AnyContext, 'tx' | 'tenantId' | 'origin' | 'operationId' | 'secrets'>

export const searchScim: Handler<'searchScim'> = async (ctx, { body }) => {
  const users = kindOf(userType, userColumns(ctx), body)
  const groups = kindOf(groupType, groupColumns(ctx), body)
  const direction = users.key || groups.key ? directionOf(body) : undefined
  const { shown, ...place } = await findPage(ctx, body, {
    // The cursor counts what came before: an id alone does not say whether it is a user's or a group's.
    isOrdered: true,
    find: (bounds) => {
      const wanted = { users, groups, direction, ...bounds }
      if (users.looking) return direction ? findInOrder(ctx, wanted) : findInTurn(ctx, wanted)
      return counted(countAny(ctx), bounds.limit > 0 && listAny(ctx, wanted))
    },
    fill: (rows) => filled(ctx, rows, body),
  })
  return listMessage(shown, place)
}

async function countAny(ctx: Listing): Promise<number> {
  const [users, groups] = await together([countUsers(ctx), countGroups(ctx, undefined)])
  return users + groups
}

/** The part of a search that is about one type: an attribute that it does not have is one without a value. */
function kindOf(type: ResourceType, columns: Columns, asked: Asked): Kind {
  const { filter } = asked
  const parsed = filter ? parseFilter(type, filter, { unknownIsAbsent: true }) : undefined
  return { looking: parsed && lookingOf(columns, parsed), key: keyOf(type, columns, asked) }
}

/** The resources of the rows, in their order, up to a group whose members have no room on the page. */
async function filled(
  ctx: Listing,
  rows: readonly FoundRow[],
  asked: Projecting,
): Promise<readonly Shown[]> {
  const idsOf = (kind: FoundRow['kind']) => rows.filter((row) => row.kind === kind).map(idOf)
  const [users, groups] = await together([
    usersOf(ctx, idsOf(0), asked),
    groupsOf(ctx, idsOf(1), asked),
  ])
  const found = rows.map((row) => (row.kind === 0 ? users : groups).get(row.id))
  const end = found.indexOf(undefined)
  return (end === -1 ? found : found.slice(0, end)) as readonly Shown[]
}

const idOf = ({ id }: FoundRow) => id

/** One query reads all of them, in whatever order. */
const THESE = { order: undefined, after: undefined, offset: 0 }

async function usersOf(ctx: Listing, ids: readonly number[], asked: Projecting) {
  const projection = projectionOf(userType, asked)
  const condition = sql<boolean>`s.user_id = any(${ids}::bigint[])`
  const withGroups = shows(projection, 'groups')
  const wanted = { ...THESE, condition, withGroups, limit: ids.length }
  const rows = ids.length === 0 ? [] : await listUsers(ctx, wanted)
  return new Map<number, Shown>(
    rows.map((row) => [row.id, project(projection, presentUser(ctx, row))] as const),
  )
}

async function groupsOf(ctx: Listing, ids: readonly number[], asked: Projecting) {
  const projection = projectionOf(groupType, asked)
  const condition = sql<boolean>`g.id = any(${ids}::bigint[])`
  const wanted = { ...THESE, condition, limit: ids.length }
  const rows = ids.length === 0 ? [] : await listGroups(ctx, wanted)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
  const found = shows(projection, 'members')
    ? await withMembers(ctx, inOrder)
    : inOrder.map((row) => ({ row, members: [] }))
  return new Map<number, Shown>(
    found.map(({ row, members }) => [
      row.id,
      project(projection, presentGroup(ctx, row, members, projection)),
    ]),
  )
}
