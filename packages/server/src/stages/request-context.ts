import type { OperationId } from '@mobieus/contract'
import type { Transaction, Tx } from '@mobieus/db'
import { createOutbox, type Conditions, type Context } from '@mobieus/domain/kit'
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
  readonly secrets: Services['secrets']
  readonly conditions: Conditions | undefined
  readonly #queries: Queries
  readonly #placing: Services['placing']

  constructor(
    services: Services,
    { operationId, state }: ApiExchange,
    queries: Queries,
    now: Date,
  ) {
    this.operationId = operationId as OperationId
    this.tenant = state.tenant as TenantEntry
    this.caller = state.caller as Context['caller']
    this.tenantId = this.tenant.id
    this.now = now
    this.secrets = services.secrets
    this.conditions = state.conditions
    this.#queries = queries
    this.#placing = services.placing
  }

  /** The queries, made when the handler first asks for them. */
  get tx(): Tx {
    return this.#queries.tx
  }

  placeArrivals(): Promise<boolean> {
    return this.#placing.before(this.tenantId)
  }
}
