import type { Platform, TestTenant } from './platform.ts'

/** A new member of a tenant; answers the id. */
export async function addMember(
  platform: Platform,
  tenant: TestTenant,
  name: string,
): Promise<number> {
  const { rows } = await platform.query(
    `with counted as (
      insert into counters (tenant_id, name, value) values ($1, 'users', 1)
      on conflict (tenant_id, name) do update set value = counters.value + 1)
    insert into users (tenant_id, username, display_name, email, role)
    values ($1, $2, $2, $2 || '@example.com', 2) returning id`,
    [tenant.live.tenantId, name],
  )
  return Number((rows[0] as { id: string }).id)
}
