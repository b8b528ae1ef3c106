import type { Database } from '@mobieus/db'
import { surfaces } from '@mobieus/domain'
import type { Chore } from '@mobieus/domain/kit'
import { bySystem, choresOf } from '@mobieus/domain/platform'
import type { ScaleTenant } from './scale-fill.ts'

/** Chores that are not measured, and why. */
const UNMEASURED_JOBS: Readonly<Record<string, string>> = {
  'help-hand-out': 'gives tickets as createTicket does, and no more than agents can take',
}

/**
 * Every chore that a surface declares: purges, and work by the clock. A new one is measured without a line here, and
 * the bench fails where the fill leaves it nothing to do.
 */
export const SCALE_JOBS: readonly Chore[] = choresOf(surfaces).filter(
  ({ name }) => !(name in UNMEASURED_JOBS),
)

/** Why a job takes longer among many rows than the bound allows. */
export const EXEMPT_JOBS: Readonly<Record<string, string>> = {
  purgeIdempotencyKeys: 'their keys are hashes, so that each of a batch lies on a page of its own',
}

/** Runs one batch; answers how long it took and how many rows it changed. */
export async function runBatch(
  db: Database,
  { id }: ScaleTenant,
  job: Chore,
): Promise<{ ms: number; changed: number }> {
  const startedAt = performance.now()
  const changed = await bySystem(db, id, new Date(), (ctx) => job.run(ctx))
  return { ms: performance.now() - startedAt, changed }
}
