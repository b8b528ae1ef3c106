import './global-setup.ts'
import { keepsDatabases, untilLookedAt } from './process/kept.ts'

/** Ends what the global setup has started. */
export default async function tearDown(): Promise<void> {
  globalThis.testJudge?.disconnect()
  if (keepsDatabases() && process.env.DATABASE_URL === undefined) await untilLookedAt()
  await globalThis.stopTestCluster?.()
}
