import type { Database } from '@mobieus/db'
import type { SystemWriting } from '@mobieus/domain/kit'
import { bySystem, purgeIdempotencyKeys, purgeWebhookDeliveries } from '@mobieus/domain/platform'
import { expireListings, purgeLeftUsers } from '@mobieus/domain/core'
import { purgeEndedSecrets, purgeSignIns } from '@mobieus/domain/admin'
import { auditPurge } from '@mobieus/domain/help'
import type { ScaleTenant } from './scale-fill.ts'

/** One batch of what the worker cleans up, by its name. */
export const SCALE_JOBS: Readonly<
  Record<string, (ctx: SystemWriting, now: Date) => Promise<number>>
> = {
  expireListings,
  purgeEndedSecrets,
  purgeHelpAudit: (ctx) => auditPurge.run(ctx),
  purgeIdempotencyKeys,
  purgeLeftUsers,
  purgeSignIns,
  purgeWebhookDeliveries,
}

/** Why a job takes longer among many rows than the bound allows. */
export const EXEMPT_JOBS: Readonly<Record<string, string>> = {
  purgeIdempotencyKeys: 'their keys are hashes, so that each of a batch lies on a page of its own',
}

/** Runs one batch; answers how long it took and how many rows it changed. */
export async function runBatch(
  db: Database,
  { id }: ScaleTenant,
  job: (ctx: SystemWriting, now: Date) => Promise<number>,
): Promise<{ ms: number; changed: number }> {
  const now = new Date()
  const startedAt = performance.now()
  const changed = await bySystem(db, id, now, (ctx) => job(ctx, now))
  return { ms: performance.now() - startedAt, changed }
}
