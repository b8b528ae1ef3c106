import type { Caller, Conditions } from '@mobieus/domain/kit'
import type { Exchange } from './http/router.ts'
import type { Base } from './bases.ts'
import type { Partitions, TenantEntry } from './directory.ts'

/** The facts about a request that the stages learn, one after the other. */
export interface State {
  requestId: string
  /** The base of the contract that its path is below. */
  readonly base: Base
  /** The time of the request: asked once, so that all that is decided and written about it agrees. */
  now: Date
  /**
   * The tenant that the host names; `undefined` on a bare one, where development takes the key's tenant.
   */
  host: Partitions | undefined
  tenant: TenantEntry | undefined
  /** The caller that the credential names; a public operation has none. */
  caller: Caller | undefined
  /** The conditions of a write, its `If-Match` and `If-None-Match`. */
  conditions: Conditions | undefined
}

export type ApiExchange = Exchange<State>
