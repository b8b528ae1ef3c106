import { CompiledQuery, sql } from 'kysely'
import type { Partition } from '../kit/context.ts'

/** A task that a worker has in hand. */
export interface ClaimedTask {
  readonly kind: string
  readonly subject_id: number
  /** How often it has been begun, this time included. */
  readonly attempts: number
}

/** Writes a task down, or moves one that is there to another time, even where a worker has it in hand. */
export const upsertTask = (
  tenantId: number,
  kind: string,
  subjectId: number,
  now: Date,
  dueAt: Date,
): CompiledQuery =>
  CompiledQuery.raw(
    `insert into tasks (tenant_id, kind, subject_id, due_at, created_at)
     values ($1::bigint, $2::text, $3::bigint, $4::timestamptz, $5::timestamptz)
     on conflict (tenant_id, kind, subject_id)
     do update set due_at = excluded.due_at, attempts = 0`,
    [tenantId, kind, subjectId, dueAt, now],
  )

export const deleteTask = (tenantId: number, kind: string, subjectId: number): CompiledQuery =>
  CompiledQuery.raw('delete from tasks where tenant_id = $1 and kind = $2 and subject_id = $3', [
    tenantId,
    kind,
    subjectId,
  ])

/** Takes what is due in hand until the lease ends, the longest waiting first, at most `limit`. */
export async function claimTasks(
  { tx, tenantId }: Partition,
  kinds: readonly string[],
  now: Date,
  lease: Date,
  limit: number,
): Promise<ClaimedTask[]> {
  const { rows } = await sql<ClaimedTask>`
    with due as materialized (
      select kind, subject_id from tasks
      where tenant_id = ${tenantId} and due_at <= ${now} and kind = any(${kinds}::text[])
      order by due_at limit ${limit} for update skip locked
    )
    update tasks t set due_at = ${lease}, attempts = t.attempts + 1 from due d
    where t.tenant_id = ${tenantId} and t.kind = d.kind and t.subject_id = d.subject_id
    returning t.kind, t.subject_id, t.attempts`.execute(tx)
  return rows
}

const selectOwn = (tenantId: number, { kind, subject_id }: ClaimedTask, lease: Date) => sql`
  tenant_id = ${tenantId} and kind = ${kind} and subject_id = ${subject_id} and due_at = ${lease}`

/** Crosses a task off, unless it was written down anew or somebody else has it in hand by now. */
export const deleteDone = (
  { tx, tenantId }: Partition,
  task: ClaimedTask,
  lease: Date,
): Promise<unknown> => sql`delete from tasks where ${selectOwn(tenantId, task, lease)}`.execute(tx)

/**
 * Moves a task to another time, unless it was written down anew or another worker has it in hand.
 */
export const moveTask = (
  { tx, tenantId }: Partition,
  task: ClaimedTask,
  lease: Date,
  { dueAt, attempts }: { dueAt: Date; attempts: number },
): Promise<unknown> =>
  sql`
    update tasks set due_at = ${dueAt}, attempts = ${attempts}
    where ${selectOwn(tenantId, task, lease)}`.execute(tx)

/** When the next task of these kinds is due. */
export const nextTask = (tenantId: number, kinds: readonly string[]) => sql`(
  select due_at from tasks where tenant_id = ${tenantId} and kind = any(${kinds}::text[])
  order by due_at limit 1)`
