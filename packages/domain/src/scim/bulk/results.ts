import type { components } from '@mobieus/contract'
import { Problem } from '@mobieus/contract'
import type { ExternalContext } from '../../kit/context.ts'
import { unavailableOr } from '../../kit/unavailable.ts'
import { failureOf } from '../failure.ts'
import { addressOf } from '../messages.ts'
import { idIn, referredTo } from './references.rules.ts'
import type { Operation } from './requests.rules.ts'

export type BulkContext = ExternalContext<'bulkScim'>
export type Result = components['schemas']['ScimBulkResult']

const said = ({ method, bulkId }: Operation) => ({
  method,
  ...(bulkId !== undefined && { bulkId }),
})

/** The result of an operation that was carried out; `address` is its resource's, where the answer names none. */
export function carriedOut(
  ctx: BulkContext,
  operation: Operation,
  address: string,
  {
    status,
    headers,
  }: { readonly status: number; readonly headers?: Readonly<Record<string, unknown>> | undefined },
): Result {
  const version = headers?.ETag
  return {
    ...said(operation),
    ...(version !== undefined && { version: String(version) }),
    location: String(headers?.Location ?? addressOf(ctx, address)),
    status: String(status),
  }
}

/** The result of an operation that was refused. */
export function refused(ctx: BulkContext, operation: Operation, refusal: Problem): Result {
  const { method, path } = operation
  const { status, body } = failureOf(refusal)
  const isPlaced = method !== 'POST' && idIn(path) !== undefined && !referredTo(idIn(path) ?? '')
  const place = isPlaced && { location: addressOf(ctx, path) }
  return { ...said(operation), ...place, status: String(status), response: body }
}

/** The refusal that an error is; it is thrown where it is none, or where nobody waits for the answer any more. */
export function refusalOf({ signal }: BulkContext, error: unknown): Problem {
  const refusal = error instanceof Problem ? error : unavailableOr(error)
  if (!refusal || signal.aborted) throw error
  return refusal
}

/** The id of what an operation has made. */
export const idMade = ({ method, location, response }: Result): string | undefined =>
  method === 'POST' && !response ? location?.split('/').at(-1) : undefined
