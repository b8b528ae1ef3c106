import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import { purgeOf } from '../../kit/purge.ts'
import { noteChore } from '../../platform/work.ts'
import * as store from './requests.store.ts'

export const listScimRequests: Handler<'listScimRequests'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listRequests(ctx, query, page), presentRequest)
}

export const getScimRequest: Handler<'getScimRequest'> = async (ctx, { path }) => {
  const row = await store.findRequest(ctx, path.id)
  if (!row) throw notFound()
  const { before, after } = row
  return { data: { ...presentRequest(row), before, after } }
}

const presentRequest = (row: store.RequestRow): components['schemas']['ScimRequest'] => ({
  id: row.id,
  token: { id: row.token_id, label: row.label },
  operation: row.operation,
  resource_type: row.resource_type,
  resource_id: row.resource_id,
  status: row.status,
  request_id: row.request_id,
  created_at: timestamp(row.created_at),
})

/** A change of a resource by a provider, told as the resource was and as it became. */
export interface Provisioned {
  readonly resourceType: 'User' | 'Group'
  readonly id: number
  readonly status: number
  readonly before?: object | undefined
  readonly after?: object | undefined
}

/** Notes a change in the provisioning log, in the transaction of the change itself. */
export function noteRequest(
  ctx: AnyContext,
  { resourceType, id, status, before, after }: Provisioned,
): void {
  if (ctx.caller?.kind !== 'token') return
  const token_id = ctx.caller.id
  store.deferRequest(ctx, {
    ...{ token_id, status },
    operation: ctx.operationId,
    resource_type: resourceType,
    resource_id: String(id),
    user_id: resourceType === 'User' ? id : null,
    request_id: ctx.requestId,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    created_at: ctx.now,
  })
  count(ctx, store.requestList, 1, { token_id })
  noteChore(ctx, requestsPurge, requestsPurge.after(ctx.now))
}

/** Removes entries after 90 days. */
export const requestsPurge = purgeOf({
  name: 'purgeScimRequests',
  keptDays: 90,
  async remove(ctx, before, limit) {
    const removed = await store.deleteRequests(ctx, before, limit)
    for (const { n, token_id } of removed) count(ctx, store.requestList, -n, { token_id })
    return removed.reduce((sum, { n }) => sum + n, 0)
  },
  oldest: store.oldestRequest,
})
