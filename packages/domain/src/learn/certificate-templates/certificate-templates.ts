import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import * as store from './certificate-templates.store.ts'

type Template = components['schemas']['LearnCertificateTemplate']

export const listCertificateTemplates: Handler<'listCertificateTemplates'> = async (
  ctx,
  { query },
) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listTemplates(ctx, {}, page), presentTemplate)
}

export const getCertificateTemplate: Handler<'getCertificateTemplate'> = async (ctx, { path }) => {
  const row = await store.findTemplate(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentTemplate(row) }
}

const presentTemplate = (row: store.TemplateRow): Template => ({
  id: row.id,
  name: row.name,
  title: row.title,
  body: row.body,
  orientation: row.orientation as Template['orientation'],
  signer_name: row.signer_name,
  signer_title: row.signer_title,
  text_color: row.text_color,
  accent_color: row.accent_color,
  is_default: row.is_default,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})
