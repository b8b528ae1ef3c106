import './global-setup.ts'

/** Ends what the global setup has started. */
export default async function tearDown(): Promise<void> {
  await globalThis.stopTestCluster?.()
}
