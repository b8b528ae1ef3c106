import './global-setup.ts'

/** Ends what the global setup has started. */
export default async function tearDown(): Promise<void> {
  globalThis.testJudge?.disconnect()
  await globalThis.stopTestCluster?.()
}
