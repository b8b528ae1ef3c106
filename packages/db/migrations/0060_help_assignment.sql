-- How tickets are given to agents. open_count is how many tickets that wait for agents (new or open) an agent has.
-- turn says how often the agent's turn came in the queue; one who is_behind, having been out or full, begins again
-- where the others are. A ticket awaits_agent while nobody of its queue can take it.
alter table help_agents add column open_count integer not null default 0;
alter table help_queue_agents
  add column turn bigint not null default 0,
  add column is_behind boolean not null default true;
alter table help_tickets add column awaits_agent boolean not null default false;
create index help_tickets_awaiting on help_tickets (tenant_id, queue_id, id) where awaits_agent;

update help_agents a set open_count = (
  select count(*) from help_tickets t
  where t.tenant_id = a.tenant_id and t.assignee_id = a.id and t.status in ('new', 'open'))
returning 1;

-- Tenants that have agents read in their log, from here on, whose member may write no more.
insert into event_cursors (tenant_id, subscriber, position)
select a.tenant_id, 'help-agent-standing', coalesce(max(c.value), 0)
from help_agents a left join counters c on c.tenant_id = a.tenant_id and c.name = 'events'
group by a.tenant_id order by a.tenant_id
on conflict do nothing returning 1;

-- Takes the agent of a queue whose turn it is, for one more ticket; null where nobody can. An agent can who is
-- active, available and not full, and whose member may write. The agent's row is locked until the transaction ends,
-- and no other: so many creations of a queue run at once as it has agents. Of those who rank lowest one is taken
-- whom no other creation is taking, else one who ranks next: they who are being taken will rank there as well. Where
-- all are being taken one waits for the first of them, without keeping its row: the ranks are others by then. What
-- was read before a lock is held against the row as it is under the lock, so none is taken out of turn.
create function take_help_agent(of_tenant bigint, of_queue bigint, by_turn boolean, at timestamptz, may_wait boolean)
returns bigint language plpgsql as $$
declare
  base bigint;
  low bigint;
  first_agent bigint;
  taken bigint;
  is_full boolean;
begin
  for attempt in 1 .. 100 loop
    select max(m.turn) filter (where not m.is_behind) - 1 into base
      from help_queue_agents m
      join help_agents a on a.tenant_id = of_tenant and a.id = m.agent_id
      where m.tenant_id = of_tenant and m.queue_id = of_queue
        and a.is_active and a.presence = 'available';
    select c.place, c.id into low, first_agent
      from (
        select a.id, m.turn,
          case when not by_turn then a.open_count
            when m.is_behind then greatest(m.turn, base) else m.turn end as place
        from help_queue_agents m
        join help_agents a on a.tenant_id = of_tenant and a.id = m.agent_id
        join users u on u.tenant_id = of_tenant and u.id = a.user_id
        where m.tenant_id = of_tenant and m.queue_id = of_queue
          and a.is_active and a.presence = 'available'
          and (a.capacity is null or a.open_count < a.capacity)
          and u.role > 1 and u.deletion_scheduled_at is null
          and (u.suspended_until is null or u.suspended_until <= at)) c
      order by c.place, c.turn, c.id limit 1;
    if low is null then
      return null;
    end if;
    for most in low .. low + 1 loop
      select a.id into taken
        from help_queue_agents m
        join help_agents a on a.tenant_id = of_tenant and a.id = m.agent_id
        join users u on u.tenant_id = of_tenant and u.id = a.user_id
        where m.tenant_id = of_tenant and m.queue_id = of_queue
          and a.is_active and a.presence = 'available'
          and (a.capacity is null or a.open_count < a.capacity)
          and u.role > 1 and u.deletion_scheduled_at is null
          and (u.suspended_until is null or u.suspended_until <= at)
          and case when not by_turn then a.open_count
            when m.is_behind then greatest(m.turn, base) else m.turn end <= most
        order by case when not by_turn then a.open_count
            when m.is_behind then greatest(m.turn, base) else m.turn end, m.turn, a.id
        limit 1
        for no key update of a, m skip locked;
      exit when taken is not null;
    end loop;
    exit when taken is not null or not may_wait;
    begin
      perform from help_agents where tenant_id = of_tenant and id = first_agent for no key update;
      raise exception using errcode = 'HD001';
    exception when sqlstate 'HD001' then
      null;
    end;
  end loop;
  if taken is null then
    return null;
  end if;
  update help_agents set open_count = open_count + 1
    where tenant_id = of_tenant and id = taken
    returning capacity is not null and open_count >= capacity into is_full;
  update help_queue_agents
    set turn = case when is_behind then greatest(turn, base) else turn end + 1, is_behind = is_full
    where tenant_id = of_tenant and agent_id = taken and queue_id = of_queue;
  if is_full then
    update help_queue_agents set is_behind = true
      where tenant_id = of_tenant and agent_id = taken and not is_behind;
  end if;
  return taken;
end
$$;
