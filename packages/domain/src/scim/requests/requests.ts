import type { components, OperationId } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import { purgeOf } from '../../kit/purge.ts'
import { noteChore } from '../../platform/work.ts'
import { placeOf, told } from './refusals.rules.ts'
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

type Shown = components['schemas']['ScimRequest']

const presentRequest = (row: store.RequestRow): Shown => ({
  id: row.id,
  token: { id: row.token_id, label: row.label },
  operation: row.operation,
  resource_type: row.resource_type,
  resource_id: row.resource_id,
  status: row.status,
  outcome: row.outcome as Shown['outcome'],
  scim_type: row.scim_type,
  detail: row.detail,
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
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    created_at: ctx.now,
  })
  count(ctx, store.requestList, 1, { token_id, outcome: 'done' })
  noteChore(ctx, requestsPurge, requestsPurge.after(ctx.now))
}

/** A write of a provider that was refused: what it was, the path of its resource, and what the provider was told. */
export interface Refused {
  readonly operation: OperationId
  readonly path: string
  readonly failure: components['schemas']['ScimError']
}

/** Notes refusals in the provisioning log, as the provider was told of them; the writes themselves are undone. */
export function noteRefusals(
  ctx: Pick<AnyContext, 'tx' | 'tenantId' | 'outbox' | 'caller' | 'requestId' | 'now'>,
  refused: readonly Refused[],
): void {
  if (ctx.caller?.kind !== 'token' || refused.length === 0) return
  const token_id = ctx.caller.id
  const of = { token_id, request_id: ctx.requestId, created_at: ctx.now }
  for (const { operation, path, failure } of refused) {
    const { status, scimType: scim_type = null, detail = '' } = failure
    store.deferRequest(ctx, {
      ...{ ...of, operation, ...placeOf(path) },
      ...{ status: Number(status), scim_type, detail: told(detail) },
    })
  }
  count(ctx, store.requestList, refused.length, { token_id, outcome: 'refused' })
  noteChore(ctx, requestsPurge, requestsPurge.after(ctx.now))
}

/** Removes entries after 90 days. */
export const requestsPurge = purgeOf({
  name: 'purgeScimRequests',
  keptDays: 90,
  async remove(ctx, before, limit) {
    const removed = await store.deleteRequests(ctx, before, limit)
    for (const { n, ...kind } of removed) count(ctx, store.requestList, -n, kind)
    return removed.reduce((sum, { n }) => sum + n, 0)
  },
  oldest: store.oldestRequest,
})
