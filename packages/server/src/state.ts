import type { Caller, Conditions } from '@mobieus/domain/kit'
import type { Exchange } from './http/router.ts'
import type { Partitions, TenantEntry } from './directory.ts'

/** What the stages learn about a request as it passes them. */
export interface State {
  requestId: string
  /** The time of the request: asked once, so that all that is decided and written about it agrees. */
  now: Date
  /** By the host; `undefined` on a bare host, where development takes the key's tenant. */
  host: Partitions | undefined
  tenant: TenantEntry | undefined
  /** By the credential; of a public operation there is none. */
  caller: Caller | undefined
  /** Of a write: what it asks of what is there. */
  conditions: Conditions | undefined
}

export type ApiExchange = Exchange<State>
