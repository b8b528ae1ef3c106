import type { Partition } from '../../kit/context.ts'

/** A certificate with what its course and its template say of it now: one query. */
export const findPrinted = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('learn_certificates as f')
    .innerJoin('learn_courses as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'f.course_id'),
    )
    .leftJoin('learn_certificate_templates as t', (join) =>
      join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'f.template_id'),
    )
    .where('f.tenant_id', '=', tenantId)
    .where('f.id', '=', id)
    .selectAll('f')
    .select(['c.language', 'c.summary'])
    .select(['t.id as look_id', 't.title', 't.body', 't.orientation', 't.signer_name'])
    .select(['t.signer_title', 't.text_color', 't.accent_color'])
    .executeTakeFirst()

export type PrintedRow = NonNullable<Awaited<ReturnType<typeof findPrinted>>>

/** Keeps where the PDF of a generation is; false where the certificate has changed meanwhile. */
export async function keepPdf(
  { tx, tenantId }: Partition,
  { id, generation }: Pick<PrintedRow, 'id' | 'generation'>,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): Promise<boolean> {
  const row = await tx
    .updateTable('learn_certificates')
    .set({ pdf_generation: generation, pdf_sha256: sha256, pdf_size_bytes: size })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('generation', '=', generation)
    .where('status', '=', 'issued')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many generations a certificate has, and whether the last one may be read. */
export const findGenerations = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('learn_certificates')
    .select(['generation', 'status'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
