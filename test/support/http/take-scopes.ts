import type { Platform } from './platform.ts'

/**
 * Takes scopes from a key, one or all of them: no operation does that, and who does it by hand
 * announces it by hand.
 */
export async function takeScopes(platform: Platform, keyId: number, scope?: string) {
  await platform.query(
    `with gone as (
       delete from api_key_scopes where key_id = $1 and scope = coalesce($2, scope) returning *)
     select pg_notify('mobieus_changed', 'key:' || tenant_id || ':' || key_id) from gone`,
    [keyId, scope ?? null],
  )
}
