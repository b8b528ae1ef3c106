import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import type { Cmi } from '../scorm/play/outcomes.rules.ts'
import type { LaunchRow } from './launches.store.ts'

/** A run of an item as it was left, with the number of the commit that each value came by. */
export type RunRow = Omit<Selectable<Tables['learn_runs']>, 'tenant_id' | 'cmi' | 'numbers'> & {
  readonly cmi: Cmi
  readonly numbers: Readonly<Record<string, number>>
}

type Of = Pick<LaunchRow, 'enrollment_id' | 'activity_id'>

const ofActivity = ({ tx, tenantId }: Partition, { enrollment_id, activity_id }: Of) =>
  tx
    .selectFrom('learn_runs')
    .where('tenant_id', '=', tenantId)
    .where('enrollment_id', '=', enrollment_id)
    .where('activity_id', '=', activity_id)

/** How each item of an activity was left, without its values, which may be long. */
export const listRuns = (ctx: Partition, of: Of) =>
  ofActivity(ctx, of)
    .select(['item', 'completion', 'success', 'best_score_pct', 'total_seconds', 'session_seconds'])
    .execute()

/** A run of an enrollment that is locked. */
export const findRun = (ctx: Partition, of: Of, item: string): Promise<RunRow | undefined> =>
  ofActivity(ctx, of).where('item', '=', item).selectAll().$castTo<RunRow>().executeTakeFirst()

/** The run of a launch that keeps a session of cmi5. */
export const findSessionRun = (
  ctx: Partition,
  launch: LaunchRow,
  sessionId: string,
): Promise<RunRow | undefined> =>
  ofActivity(ctx, launch)
    .where('launch_id', '=', launch.id)
    .where(sql<string>`cmi ->> 'session'`, '=', sessionId)
    .selectAll()
    .$castTo<RunRow>()
    .executeTakeFirst()

/** Writes a run of an enrollment that is locked. */
export async function upsertRun({ tx, tenantId }: Partition, row: RunRow): Promise<void> {
  const { cmi, numbers, warnings, ...plain } = row
  const values = {
    ...plain,
    cmi: JSON.stringify(cmi),
    numbers: JSON.stringify(numbers),
    warnings: JSON.stringify(warnings),
  }
  const { enrollment_id: _e, activity_id: _a, item: _i, started_at: _s, ...change } = values
  await tx
    .insertInto('learn_runs')
    .values({ ...values, tenant_id: tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'enrollment_id', 'activity_id', 'item']).doUpdateSet(change),
    )
    .returning(sql<number>`1`.as('n'))
    .execute()
}
