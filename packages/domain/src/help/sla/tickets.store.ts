import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import type { TicketChange, TicketRow } from '../tickets/tickets.store.ts'
import type { Sla } from './sla.rules.ts'

/** A ticket with its queue's plan, as far as its SLA and its counters need it. */
export type TimedRow = Omit<
  TicketRow,
  | 'queue_name'
  | 'assignee_name'
  | 'assignee_capacity'
  | 'assignment_policy'
  | 'requester_name'
  | 'requester_email'
  | 'requester_user_id'
  | 'tags'
>

/** The tickets that the clock has to look at, those that wait longest first; what is being edited is left for later. */
export const lockDueTickets = (ctx: Partition, now: Date, limit: number): Promise<TimedRow[]> =>
  selectTimed(ctx)
    .where('t.sla_next_at', '<=', now)
    .orderBy('t.sla_next_at')
    .limit(limit)
    .forNoKeyUpdate('t')
    .skipLocked()
    .execute()

/** Tickets of a queue in a status, from after one of them on. */
export const lockTicketsOfQueue = (
  ctx: Partition,
  queueId: number,
  status: string,
  after: number,
  limit: number,
): Promise<TimedRow[]> =>
  selectTimed(ctx)
    .where('t.queue_id', '=', queueId)
    .where('t.status', '=', status)
    .where('t.id', '>', after)
    .orderBy('t.id')
    .limit(limit)
    .forNoKeyUpdate('t')
    .execute()

const selectTimed = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('help_tickets as t')
    .innerJoin('help_queues as q', (join) =>
      join.on('q.tenant_id', '=', tenantId).onRef('q.id', '=', 't.queue_id'),
    )
    .selectAll('t')
    .select('q.sla_plan_id')
    .where('t.tenant_id', '=', tenantId)
    .$castTo<TimedRow>()

/** The columns of an SLA, pauses as JSON. */
export const columnsOfSla = ({ sla_pauses, ...columns }: Partial<Sla>): TicketChange => ({
  ...columns,
  ...(sla_pauses && { sla_pauses: JSON.stringify(sla_pauses) }),
})

/** When the clock has to look at a ticket next. */
export const nextTimedTicket = ({
  tenantId,
}: Pick<Partition, 'tenantId'>): RawBuilder<unknown> => sql`(
  select sla_next_at from help_tickets
  where tenant_id = ${tenantId} and sla_next_at is not null order by sla_next_at limit 1)`
