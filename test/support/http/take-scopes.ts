import type { Platform } from './platform.ts'

/**
 * Takes scopes from a key, one or all of them, and answers how to give them back. No operation does
 * that, so the change is announced by hand.
 */
export async function takeScopes(
  platform: Platform,
  keyId: number,
  scope?: string,
): Promise<() => Promise<void>> {
  const { rows } = await platform.query(
    `with gone as (
       delete from api_key_scopes where key_id = $1 and scope = coalesce($2, scope) returning *)
     select tenant_id, scope, pg_notify('mobieus_changed', 'key:' || tenant_id || ':' || key_id) from gone`,
    [keyId, scope ?? null],
  )
  return async () => {
    await platform.query(
      `with back as (
         insert into api_key_scopes (tenant_id, key_id, scope)
         select tenant_id, $1, scope from json_to_recordset($2) as r(tenant_id bigint, scope text)
         returning *)
       select pg_notify('mobieus_changed', 'key:' || tenant_id || ':' || key_id) from back`,
      [keyId, JSON.stringify(rows)],
    )
  }
}
