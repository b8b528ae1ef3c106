import type { OperationId } from '@mobieus/contract'
import type { Transaction, Tx } from '@mobieus/db'
import { createOutbox, type Conditions, type Context } from '@mobieus/domain/kit'
import { originOf } from '../called-origin.ts'
import type { TenantEntry } from '../directory.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'

/** The source of a context's queries. */
type Queries = Pick<Transaction, 'tx'>

/**
 * The context of a handler. It is a class for the sake of its accessor, which in an object literal takes
 * longer than all the rest.
 */
export class RequestContext implements Context {
  readonly operationId: OperationId
  readonly tenant: TenantEntry
  readonly caller: Context['caller']
  readonly tenantId: number
  readonly now: Date
  readonly outbox = createOutbox()
  readonly requestId: string
  readonly secrets: Services['secrets']
  readonly conditions: Conditions | undefined
  readonly #host: string | undefined
  readonly #queries: Queries
  readonly #placing: Services['placing']

  constructor(
    services: Services,
    { operationId, req, state }: ApiExchange,
    queries: Queries,
    now: Date,
  ) {
    this.operationId = operationId as OperationId
    this.tenant = state.tenant as TenantEntry
    this.caller = state.caller as Context['caller']
    this.tenantId = this.tenant.id
    this.now = now
    this.requestId = state.requestId
    this.secrets = services.secrets
    this.#host = req.headers.host
    this.conditions = state.conditions
    this.#queries = queries
    this.#placing = services.placing
  }

  /** The queries, made when the handler first asks for them. */
  get tx(): Tx {
    return this.#queries.tx
  }

  get origin(): string {
    return originOf(this.#host)
  }

  placeArrivals(): Promise<boolean> {
    return this.#placing.before(this.tenantId)
  }
}
