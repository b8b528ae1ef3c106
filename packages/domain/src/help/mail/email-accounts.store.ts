import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

const columns = [
  ...(['id', 'address', 'name', 'is_default', 'authentication_server'] as const),
  ...(['secret_rotated_at', 'previous_secret_expires_at', 'created_at'] as const),
  'mailgun_signing_key_set_at',
] as const

export type AccountRow = Pick<Selectable<Tables['help_email_accounts']>, (typeof columns)[number]>

export const accountList = listOf('help_email_accounts', { from: 'help_email_accounts' })

const selectAccounts = ({ tx, tenantId }: Partition, from = accountList.from) =>
  tx.selectFrom(from).select(columns).where('tenant_id', '=', tenantId)

export const listAccounts = pagesOf(accountList, selectAccounts)

export const findAccount = (ctx: Partition, id: number): Promise<AccountRow | undefined> =>
  selectAccounts(ctx).where('id', '=', id).executeTakeFirst()

/**
 * Every account, under a lock of the partition, which is there before its first account. Two that become the
 * default at once come one by one. The look-up comes after the lock, and shows what the other has inserted.
 */
export async function lockAccounts(ctx: Partition): Promise<AccountRow[]> {
  const place = `help email accounts ${ctx.tenantId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(ctx.tx)
  return selectAccounts(ctx).orderBy('id').execute()
}

/** The account with this id, and the default where there is none, or none is named. */
export const findDefaultAccount = (
  ctx: Partition,
  id: number | undefined,
): Promise<AccountRow | undefined> =>
  selectAccounts(ctx)
    .where((eb) => eb.or([eb('is_default', '=', true), eb('id', '=', id ?? 0)]))
    .orderBy(sql`id = ${id ?? 0}`, 'desc')
    .limit(1)
    .executeTakeFirst()

/** The addresses of all accounts, in lower case. */
export async function findOwnAddresses({ tx, tenantId }: Partition): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('help_email_accounts')
    .select('address_key')
    .where('tenant_id', '=', tenantId)
    .execute()
  return new Set(rows.map(({ address_key }) => address_key as string))
}

/** An account's hashed secrets, those alone that are in force. */
export const findSecretHashes = (
  { tx, tenantId }: Partition,
  now: Date,
): Promise<{ id: number; secret_hash: Buffer; previous_secret_hash: Buffer | null }[]> =>
  tx
    .selectFrom('help_email_accounts')
    .select(['id', 'secret_hash'])
    .select(
      sql<Buffer | null>`case when previous_secret_expires_at > ${now} then previous_secret_hash end`.as(
        'previous_secret_hash',
      ),
    )
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute()

/** The sealed signing key of an account; null where it has none. */
export async function findMailgunKey(
  { tx, tenantId }: Partition,
  id: number,
): Promise<string | null> {
  const row = await tx
    .selectFrom('help_email_accounts')
    .select('mailgun_signing_key')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.mailgun_signing_key ?? null
}

/** The signing keys that are not sealed with this key id already. */
export const listMailgunKeysElsewhere = (
  { tx, tenantId }: Partition,
  keyId: string,
): Promise<{ id: number; was: string }[]> =>
  tx
    .selectFrom('help_email_accounts')
    .select(['id', sql<string>`mailgun_signing_key`.as('was')])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`mailgun_signing_key not like ${`${keyId}.%`}`)
    .execute()

/** Answers whether the key was still as it was read. */
export async function replaceMailgunKey(
  { tx, tenantId }: Partition,
  id: number,
  was: string,
  mailgun_signing_key: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('help_email_accounts')
    .set({ mailgun_signing_key })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('mailgun_signing_key', '=', was)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const insertAccount = (
  { tx, tenantId }: Partition,
  account: Omit<Insertable<Tables['help_email_accounts']>, 'tenant_id'>,
): Promise<AccountRow> =>
  tx
    .insertInto('help_email_accounts')
    .values({ ...account, tenant_id: tenantId })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const updateAccount = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['help_email_accounts']>,
): Promise<AccountRow> =>
  tx
    .updateTable('help_email_accounts')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()

/** Gives an account a new secret; the one it has becomes the one before, until then. */
export const renewSecret = (
  { tx, tenantId }: Partition,
  id: number,
  { hash, now, until }: { readonly hash: Buffer; readonly now: Date; readonly until: Date | null },
): Promise<AccountRow> =>
  tx
    .updateTable('help_email_accounts')
    .set({
      ...{ secret_hash: hash, secret_rotated_at: now, previous_secret_expires_at: until },
      previous_secret_hash: until === null ? null : sql<Buffer>`secret_hash`,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()

export const deleteAccount = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .deleteFrom('help_email_accounts')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
