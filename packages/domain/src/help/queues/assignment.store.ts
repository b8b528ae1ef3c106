import { CompiledQuery, sql, type RawBuilder } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** A queue, as far as it gives its tickets to agents. */
export interface GivingQueue {
  readonly id: number
  readonly assignment_policy: string
}

interface Taking {
  readonly now: Date
  /** Whether to wait for agents whom others are taking; otherwise there is nobody then. */
  readonly mayWait: boolean
  /** Whether a ticket of the queue that waits already goes before. */
  readonly afterWaiting: boolean
}

/** Takes the agent whose turn it is, who has one open ticket more then; `null` where nobody can take one. */
export async function takeAgent(
  { tx, tenantId }: Partition,
  { id, assignment_policy }: GivingQueue,
  { now, mayWait, afterWaiting }: Taking,
): Promise<number | null> {
  const byTurn = assignment_policy === 'round_robin'
  const { rows } = await sql<{ taken: number | null }>`
    select case when ${afterWaiting}::boolean and exists (
        select from help_tickets
        where tenant_id = ${tenantId} and queue_id = ${id} and awaits_agent) then null
      else take_help_agent(
        ${tenantId}::bigint, ${id}::bigint, ${byTurn}::boolean, ${now}::timestamptz, ${mayWait}::boolean)
      end as taken`.execute(tx)
  return rows[0]?.taken ?? null
}

/** Tickets of a queue that wait for an agent, locked, the oldest first; those that are being edited are left out. */
export const lockWaiting = (
  { tx, tenantId }: Partition,
  queueId: number,
  limit: number,
): Promise<{ id: number }[]> =>
  tx
    .selectFrom('help_tickets')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('queue_id', '=', queueId)
    .where('awaits_agent', '=', true)
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute()

/** The queues that give out tickets by themselves, and have one that waits. */
export const listQueuesWaiting = ({ tx, tenantId }: Partition): Promise<GivingQueue[]> =>
  tx
    .selectFrom('help_queues as q')
    .select(['q.id', 'q.assignment_policy'])
    .where('q.tenant_id', '=', tenantId)
    .where('q.assignment_policy', '<>', 'manual')
    .where(
      sql<boolean>`exists (
        select from help_tickets t
        where t.tenant_id = ${tenantId} and t.queue_id = q.id and t.awaits_agent)`,
    )
    .orderBy('q.id')
    .execute()

/** Moves the number of an agent's open tickets. */
export const shiftingLoad = (tenantId: number, agentId: number, by: number): CompiledQuery =>
  CompiledQuery.raw(
    `update help_agents set open_count = open_count + $3::integer
     where tenant_id = $1::bigint and id = $2::bigint`,
    [tenantId, agentId, by],
  )

/** Notes a chore that is due where a ticket waits in one of an agent's queues; a look-up where none does. */
export const noteIfWaiting = (
  tenantId: number,
  agentId: number,
  kind: string,
  at: Date,
): CompiledQuery =>
  CompiledQuery.raw(
    `insert into work_due as w (tenant_id, kind, due_at)
     select $1::bigint, $3::text, $4::timestamptz
     where not exists (
         select from work_due
         where tenant_id = $1::bigint and kind = $3::text and due_at <= $4::timestamptz)
       and exists (
         select from help_queue_agents m
         join help_tickets t
           on t.tenant_id = $1::bigint and t.queue_id = m.queue_id and t.awaits_agent
         where m.tenant_id = $1::bigint and m.agent_id = $2::bigint)
     on conflict (tenant_id, kind) do update set due_at = least(w.due_at, excluded.due_at)
     returning 1`,
    [tenantId, agentId, kind, at],
  )

/** An agent who was out begins again where the others of a queue are, and takes over none of the missed turns. */
export const setBehind = ({ tx, tenantId }: Partition, agentId: number) =>
  tx
    .updateTable('help_queue_agents')
    .set({ is_behind: true })
    .where('tenant_id', '=', tenantId)
    .where('agent_id', '=', agentId)
    .where('is_behind', '=', false)
    .execute()

/** Nothing is next by itself: what may end a ticket's wait notes it. */
export const never = (): RawBuilder<unknown> => sql`null::timestamptz`
