import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

export const templateList = listOf('learn_certificate_templates', {
  from: 'learn_certificate_templates as t',
})

export type TemplateRow = Selectable<Tables['learn_certificate_templates']>

const selectTemplates = ({ tx, tenantId }: Partition, from = templateList.from) =>
  tx.selectFrom(from).where('t.tenant_id', '=', tenantId).selectAll('t')

export const listTemplates = pagesOf(templateList, selectTemplates)

export const findTemplate = (ctx: Partition, id: number): Promise<TemplateRow | undefined> =>
  selectTemplates(ctx).where('t.id', '=', id).executeTakeFirst()

/** The template of courses that name none; `undefined` where the look of the platform is theirs. */
export const findDefaultTemplate = (ctx: Partition): Promise<TemplateRow | undefined> =>
  selectTemplates(ctx).where('t.is_default', '=', true).executeTakeFirst()

/** The template, locked until the transaction ends. */
export const lockTemplate = (ctx: Partition, id: number): Promise<TemplateRow | undefined> =>
  selectTemplates(ctx).where('t.id', '=', id).forUpdate().executeTakeFirst()

type NewTemplate = Omit<Insertable<Tables['learn_certificate_templates']>, 'tenant_id'>

export const insertTemplate = (
  { tx, tenantId }: Partition,
  template: NewTemplate,
): Promise<TemplateRow> =>
  tx
    .insertInto('learn_certificate_templates')
    .values({ ...template, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateTemplate = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_certificate_templates']>,
): Promise<TemplateRow> =>
  tx
    .updateTable('learn_certificate_templates')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Makes room for another default. The later of two that do so at once waits, and takes the place of the first. */
export async function unsetDefault({ tx, tenantId }: Partition, now: Date): Promise<void> {
  const key = `learn default template ${tenantId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
  await tx
    .updateTable('learn_certificate_templates')
    .set({ is_default: false, updated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('is_default', '=', true)
    .execute()
}

/** Whether a course names a template, or a certificate was made with it. */
export async function isUsed({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from learn_courses
        where tenant_id = ${tenantId} and certificate_template_id = ${id})
      or exists (select from learn_certificates
        where tenant_id = ${tenantId} and template_id = ${id}) as used`.execute(tx)
  return rows[0]?.used === true
}

export const deleteTemplate = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .deleteFrom('learn_certificate_templates')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
