import { userList } from '@mobieus/domain/core'
import { eventCounter } from '@mobieus/domain/kit'
import type pg from 'pg'

const CLIENTS_PER_TENANT = 10
const COUNTERS = [userList.name, eventCounter(), eventCounter('user.joined')]

/** So many further tenants of two partitions, each with a little of everything that jobs look for. */
export async function fillNeighbours(owner: pg.ClientBase, tenants: number): Promise<void> {
  await owner.query(`
    insert into tenants (slug, environment, name, plan)
    select 'neighbour-' || i, e, 'Neighbour ' || i, 'pro'
    from generate_series(1, ${tenants}) i cross join unnest('{live,test}'::text[]) e`)
  const each = `tenants t cross join generate_series(1, ${CLIENTS_PER_TENANT}) i
    where t.slug like 'neighbour-%'`
  await owner.query(`
    insert into users (tenant_id, username, display_name)
    select t.id, 'member-' || i, 'Member ' || i from ${each}`)
  await owner.query(`
    insert into api_idempotency_keys
      (tenant_id, key_hash, fingerprint, status, body, created_at, expires_at)
    select t.id, sha256((t.id || ' ' || i)::bytea), '', 201, '{}', now(), now() + interval '1 day'
    from ${each}`)
  await owner.query(`
    insert into api_events (tenant_id, position, type, type_position, created_at, data)
    select t.id, i, 'user.joined', i, now(), '{}' from ${each}`)
  await owner.query(
    `insert into counters (tenant_id, name, value)
     select t.id, n, ${CLIENTS_PER_TENANT} from tenants t cross join unnest($1::text[]) n
     where t.slug like 'neighbour-%'`,
    [COUNTERS],
  )
  await owner.query(`
    insert into event_cursors (tenant_id, subscriber, position)
    select t.id, 'webhooks', ${CLIENTS_PER_TENANT} from tenants t where t.slug like 'neighbour-%'`)
}
