import type { Selectable } from 'kysely'
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
