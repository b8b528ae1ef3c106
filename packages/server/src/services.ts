import type { Database, Secrets } from '@mobieus/db'
import type { FileStorage, Outside } from '@mobieus/domain/kit'
import type { Logger } from 'pino'
import type { ServerConfig } from './config.ts'
import type { Directory } from './directory.ts'
import type { Hints } from './hints.ts'
import type { LastUse } from './last-use.ts'
import type { Metrics } from './metrics.ts'
import type { Placing } from './placing.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { Tally } from './tally.ts'

/** The services that the stages of the pipeline share, made once when the server starts. */
export interface Services {
  readonly config: ServerConfig
  readonly db: Database
  readonly directory: Directory
  readonly rateLimiter: RateLimiter
  readonly lastUse: LastUse
  readonly metrics: Metrics
  readonly storage: FileStorage
  readonly downloads: Tally
  /** Counts how often pages of the wiki are shown. */
  readonly views: Tally
  readonly log: Logger
  readonly clock: () => Date
  readonly secrets: Secrets
  readonly outside: Outside
  /** How often an external operation renews the lease of its Idempotency-Key. */
  readonly renewMs: number
  readonly hints: Hints
  readonly placing: Placing
}
