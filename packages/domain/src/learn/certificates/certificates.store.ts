import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

export const certificateList = listOf('learn_certificates', {
  from: 'learn_certificates as f',
  filters: { course_id: 'course_id', user_id: 'user_id', status: 'status' },
  counters: [
    ...(['course_id', 'user_id', 'status'] as const),
    ...([
      ['course_id', 'status'],
      ['user_id', 'status'],
    ] as const),
  ],
})

export type CertificateRow = Selectable<Tables['learn_certificates']>

const selectCertificates = ({ tx, tenantId }: Partition, from = certificateList.from) =>
  tx.selectFrom(from).where('f.tenant_id', '=', tenantId).selectAll('f')

export const listCertificates = pagesOf(certificateList, selectCertificates)

export const findCertificate = (ctx: Partition, id: number): Promise<CertificateRow | undefined> =>
  selectCertificates(ctx).where('f.id', '=', id).executeTakeFirst()

/** The certificate, locked until the transaction ends. */
export const lockCertificate = (ctx: Partition, id: number): Promise<CertificateRow | undefined> =>
  selectCertificates(ctx).where('f.id', '=', id).forNoKeyUpdate().executeTakeFirst()

type NewCertificate = Omit<Insertable<Tables['learn_certificates']>, 'tenant_id'>

/** Inserts a certificate, and says in the directory whose its serial is. */
export async function insertCertificate(
  { tx, tenantId }: Partition,
  certificate: NewCertificate,
): Promise<CertificateRow> {
  const row = await tx
    .insertInto('learn_certificates')
    .values({ ...certificate, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('learn_certificate_directory')
    .values({ serial: row.serial, tenant_id: tenantId, certificate_id: row.id })
    .execute()
  return row
}

export const updateCertificate = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_certificates']>,
) =>
  tx
    .updateTable('learn_certificates')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The name of a member as certificates say it. */
export async function findRecipientName(
  { tx, tenantId }: Partition,
  id: number,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('users')
    .select(['display_name', 'username'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (row.display_name || row.username)
}
