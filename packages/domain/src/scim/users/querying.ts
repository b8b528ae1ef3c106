import type { AnyContext } from '../../kit/context.ts'
import { lookingOf, type Looking } from '../filter/looking.ts'
import { parseFilter } from '../filter/parse.ts'
import * as order from '../projection/order.ts'
import { userType } from '../schema/types.ts'
import { columnsFor } from './columns.store.ts'
import type { Asked } from '../paging/paging.rules.ts'

type Seeing = Pick<AnyContext, 'tenantId' | 'origin'>

/** How a filter is asked of rows of `scim_users s`; none without one. */
export const lookingFor = (ctx: Seeing, filter: string | undefined): Looking | undefined =>
  filter === undefined || filter === ''
    ? undefined
    : lookingOf(columnsFor(ctx), parseFilter(userType, filter))

/** The order that is asked for; none is that of ids. */
export const orderOf = (ctx: Seeing, asked: Asked): order.Order | undefined =>
  order.orderOf(userType, columnsFor(ctx), asked)
