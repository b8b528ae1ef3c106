import type { Database } from '@mobieus/db'
import type { Outside, Vault } from '@mobieus/domain'
import type { Logger } from 'pino'
import type { ServerConfig } from './config.ts'
import type { Directory } from './directory.ts'
import type { Hints } from './hints.ts'
import type { LastUse } from './last-use.ts'
import type { Metrics } from './metrics.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** What the stages of the pipeline share, made once when the server starts. */
export interface Services {
  readonly config: ServerConfig
  readonly db: Database
  readonly directory: Directory
  readonly rateLimiter: RateLimiter
  readonly lastUse: LastUse
  readonly metrics: Metrics
  readonly log: Logger
  readonly clock: () => Date
  readonly cursorSecret: Buffer
  /** Keeps the signing secrets of webhooks. */
  readonly webhookVault: Vault
  /** Keeps stored answers, in which a secret may be shown for the only time. */
  readonly answerVault: Vault
  readonly outside: Outside
  readonly hints: Hints
}
