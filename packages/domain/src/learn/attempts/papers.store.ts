import { sql, type Insertable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import type { Answer, Grade, Item } from '../questions/questions.rules.ts'
import type { AttemptRow } from './attempts.store.ts'

/** The questions of an attempt as it began, with what was answered and graded by hand, by the questions' ids. */
export interface Paper {
  readonly items: readonly Item[]
  readonly answers: Readonly<Record<string, Answer>>
  readonly grades: Readonly<Record<string, Grade>>
}

const NONE: Paper = { items: [], answers: {}, grades: {} }

/** The paper of an attempt; attempts from elsewhere have none. */
export const findPaper = async ({ tx, tenantId }: Partition, attemptId: number): Promise<Paper> => {
  const row = await tx
    .selectFrom('learn_attempt_papers')
    .select(['items', 'answers', 'grades'])
    .where('tenant_id', '=', tenantId)
    .where('attempt_id', '=', attemptId)
    .executeTakeFirst()
  return (row as unknown as Paper | undefined) ?? NONE
}

export const insertPaper = (
  { tx, tenantId }: Partition,
  attemptId: number,
  items: readonly Item[],
) =>
  tx
    .insertInto('learn_attempt_papers')
    .values({ tenant_id: tenantId, attempt_id: attemptId, items: JSON.stringify(items) })
    .execute()

export const updatePaper = (
  { tx, tenantId }: Partition,
  attemptId: number,
  { answers, grades }: Pick<Paper, 'answers' | 'grades'>,
) =>
  tx
    .updateTable('learn_attempt_papers')
    .set({ answers: JSON.stringify(answers), grades: JSON.stringify(grades) })
    .where('tenant_id', '=', tenantId)
    .where('attempt_id', '=', attemptId)
    .execute()

export const insertAttempt = (
  { tx, tenantId }: Partition,
  attempt: Omit<Insertable<Tables['learn_attempts']>, 'tenant_id'>,
): Promise<AttemptRow> =>
  tx
    .insertInto('learn_attempts')
    .values({ ...attempt, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateAttempt = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_attempts']>,
) =>
  tx
    .updateTable('learn_attempts')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** The most attempts that an enrollment has at an activity. */
export const MOST_ATTEMPTS = 1000

/** The attempts of an enrollment at an activity, in their order. */
export const listOwn = ({ tx, tenantId }: Partition, enrollmentId: number, activityId: number) =>
  tx
    .selectFrom('learn_attempts')
    .select(['id', 'number', 'status', 'score_pct', 'started_at', 'submitted_at'])
    .where('tenant_id', '=', tenantId)
    .where('enrollment_id', '=', enrollmentId)
    .where('activity_id', '=', activityId)
    .orderBy('number')
    .limit(MOST_ATTEMPTS)
    .execute()

/** Attempts whose time is over, the oldest first. */
export const listDue = ({ tx, tenantId }: Partition, now: Date, limit: number) =>
  tx
    .selectFrom('learn_attempts')
    .select(['id', 'enrollment_id'])
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'in_progress')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()

/** When the next attempt's time is over, as a query. */
export const nextDue = ({ tenantId }: Pick<Partition, 'tenantId'>) =>
  sql`(select min(due_at) from learn_attempts
    where tenant_id = ${tenantId} and status = 'in_progress' and due_at is not null)`

/** Those of these files that a member has uploaded. */
export const ownFiles = async (
  { tx, tenantId }: Partition,
  ids: readonly number[],
  userId: number,
): Promise<ReadonlySet<number>> => {
  const rows = await tx
    .selectFrom('files')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('uploader_id', '=', userId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
