import type pg from 'pg'

/** The queries of a help desk as one would write them with pg alone. */

export interface NewTicket {
  readonly queue_id: number
  readonly subject: string
  readonly body: string
}

type Client = Pick<pg.ClientBase, 'query'>

const TICKET = `select t.*, q.name as queue_name, coalesce(ru.display_name, r.name) as requester_name,
    coalesce(ru.email, r.email) as requester_email, au.display_name as assignee_name
  from (select * from help_tickets where tenant_id = $1 and id = any($2)) t
  join help_queues q on q.tenant_id = $1 and q.id = t.queue_id
  join help_requesters r on r.tenant_id = $1 and r.id = t.requester_id
  left join users ru on ru.tenant_id = $1 and ru.id = r.user_id
  left join help_agents a on a.tenant_id = $1 and a.id = t.assignee_id
  left join users au on au.tenant_id = $1 and au.id = a.user_id`

/** The best fifty of a search, with an excerpt and the number of all. */
export async function searchTickets(
  client: Client,
  tenantId: number,
  q: string,
): Promise<object[]> {
  const found = await client.query<{ ticket_id: number }>(
    `with hits as materialized (
       select * from search_help_tickets($1, 'english', $2, 1000,
         null, null, null, null, null, null, null, null, null, null, null))
     select h.*, (select count(*) from hits) as total,
       ts_headline('english', left(coalesce(m.body, t.subject), 20000), help_query('english', $2)) as excerpt
     from (select * from hits order by rank desc, ticket_id desc limit 51) h
     join help_tickets t on t.tenant_id = $1 and t.id = h.ticket_id
     left join help_ticket_messages m on m.tenant_id = $1 and m.id = h.message_id`,
    [tenantId, q],
  )
  const { rows } = await client.query<{ id: number }>(TICKET, [
    tenantId,
    found.rows.map((row) => row.ticket_id),
  ])
  const tickets = new Map(rows.map((row) => [row.id, row]))
  return found.rows.slice(0, 50).map((row) => ({ ...tickets.get(row.ticket_id), match: row }))
}

/** Opens a ticket of a member in a queue that gives its tickets by turn and has an SLA plan. */
export async function openTicket(
  client: Client,
  tenantId: number,
  userId: number,
  { queue_id, subject, body }: NewTicket,
): Promise<object> {
  const one = async <Row>(text: string, ...values: unknown[]) =>
    (await client.query(text, [tenantId, ...values])).rows[0] as Row
  const requester = await one<{ id: number }>(
    'select id from help_requesters where tenant_id = $1 and user_id = $2',
    userId,
  )
  const queue = await one<{ first_response_minutes: number }>(
    `select p.first_response_minutes from help_queues q
     join help_sla_plans p on p.tenant_id = $1 and p.id = q.sla_plan_id
     where q.tenant_id = $1 and q.id = $2`,
    queue_id,
  )
  const taken = await one<{ id: number }>(
    'select take_help_agent($1, $2, true, now(), true) as id',
    queue_id,
  )
  const ticket = await one<{ id: number }>(
    `insert into help_tickets (tenant_id, number, subject, source, queue_id, assignee_id, requester_id, sla_state,
       first_response_due_at, sla_next_at, created_at, updated_at)
     values ($1, take_help_reference($1), $2, 'api', $3, $4, $5, 'on_track',
       now() + make_interval(mins => $6), now() + make_interval(mins => $6), now(), now())
     returning id`,
    ...[subject, queue_id, taken.id, requester.id, queue.first_response_minutes],
  )
  const message = await one<{ id: number }>(
    `insert into help_ticket_messages (tenant_id, ticket_id, kind, requester_id, body, created_at)
     values ($1, $2, 'reply', $3, $4, now()) returning id`,
    ...[ticket.id, requester.id, body],
  )
  await one(
    `insert into help_ticket_messages (tenant_id, ticket_id, kind, change, created_at)
     values ($1, $2, 'system', json_build_object('field', 'assignee', 'from', null, 'to', $3::bigint), now())`,
    ...[ticket.id, taken.id],
  )
  await one(
    `insert into help_ticket_words (tenant_id, ticket_id, message_id, words)
     values ($1, $2, 0, help_words($1, 'english', 'A', $3)), ($1, $2, $4, help_words($1, 'english', 'D', $5))`,
    ...[ticket.id, subject, message.id, body],
  )
  await one(
    `insert into help_audit (tenant_id, event_key, actor_kind, target_kind, target_id, created_at)
     values ($1, 'ticket.created', 'api', 'ticket', $2, now()),
       ($1, 'ticket.assigned', 'system', 'ticket', $2, now())`,
    ticket.id,
  )
  await one(
    `insert into arrivals (tenant_id, created_at, types, data, names, changes)
     values ($1, now(), '{ticket.created,ticket.assigned}',
       array[json_build_object('ticket_id', $2::bigint), json_build_object('ticket_id', $2::bigint)],
       $3::text[], array_fill(1::bigint, array[cardinality($3::text[])]))`,
    ...[ticket.id, countersOf(queue_id, taken.id)],
  )
  return one(TICKET, [ticket.id])
}

const countersOf = (queue: number, agent: number): string[] => [
  ...['help_tickets', 'help_tickets.status=new', 'help_tickets.priority=normal'],
  ...[`help_tickets.queue_id=${queue}`, `help_tickets.assignee_id=${agent}`],
  ...['help_tickets.sla_state=on_track', `help_tickets.status=new&queue_id=${queue}`],
  ...[`help_tickets.status=new&assignee_id=${agent}`, 'help_audit'],
  ...['help_audit.event_key=ticket.created', 'help_audit.event_key=ticket.assigned'],
  ...['help_audit.actor_kind=api', 'help_audit.actor_kind=system'],
]
