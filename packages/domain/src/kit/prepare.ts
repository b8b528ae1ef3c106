import type { OperationId, Request } from '@mobieus/contract'
import { findUrlFault, type AddressGuard } from './address-guard.ts'

/** What a preparation may ask of the outside. */
export interface Outside {
  readonly guard: AddressGuard
}

type Prepare<Id extends OperationId> = (outside: Outside, request: Request<Id>) => Promise<unknown>

const urlFaultOf = async ({ guard }: Outside, { body }: { body: { url?: string } }) =>
  body.url === undefined ? undefined : findUrlFault(guard, body.url)

/**
 * What an operation has to ask of the outside before its transaction begins, because nothing is
 * asked while a transaction is open. The handler finds the answer in `ctx.prepared`; a preparation
 * never refuses by itself, so that a repeated request still gets its first answer.
 */
export const preparations: { readonly [Id in OperationId]?: Prepare<Id> } = {
  createWebhook: urlFaultOf,
  updateWebhook: urlFaultOf,
  patchWebhook: urlFaultOf,
}
