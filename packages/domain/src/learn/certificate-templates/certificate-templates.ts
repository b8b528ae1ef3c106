import type { components } from '@mobieus/contract'
import { actingModerator } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { conflict, invalidField, notFound } from '../../kit/problem.ts'
import { settingOf } from '../../kit/settings.ts'
import { audit } from '../../platform/audit.ts'
import { verifyUrlOf } from '../certificates/certificates.rules.ts'
import { SAMPLE, wordingOf } from '../certificates/wording.rules.ts'
import { timeZone } from '../settings.ts'
import * as store from './certificate-templates.store.ts'
import { templateFault } from './variables.rules.ts'

type Template = components['schemas']['LearnCertificateTemplate']

export const listCertificateTemplates: Handler<'listCertificateTemplates'> = async (
  ctx,
  { query },
) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listTemplates(ctx, {}, page), presentTemplate)
}

export const createCertificateTemplate: Handler<'createCertificateTemplate'> = async (
  ctx,
  { body },
) => {
  const { actor_id, ...fields } = body
  const { user } = await actingModerator(ctx, actor_id)
  requireTemplate(fields.body)
  if (fields.is_default) await store.unsetDefault(ctx, ctx.now)
  const row = await store.insertTemplate(ctx, {
    ...fields,
    ...{ created_at: ctx.now, updated_at: ctx.now },
  })
  count(ctx, store.templateList, 1)
  audit(ctx, 'learn_certificate_template.created', target(row), { after: told(row), actor: user })
  return { data: presentTemplate(row) }
}

export const getCertificateTemplate: Handler<'getCertificateTemplate'> = async (ctx, { path }) => {
  const row = await store.findTemplate(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentTemplate(row) }
}

export const updateCertificateTemplate: Handler<'updateCertificateTemplate'> = async (
  ctx,
  { path, body },
) => {
  const { actor_id, ...fields } = body
  const { user } = await actingModerator(ctx, actor_id)
  const row = await store.lockTemplate(ctx, path.id)
  if (!row) throw notFound()
  if (fields.body !== undefined) requireTemplate(fields.body)
  if (fields.is_default && !row.is_default) await store.unsetDefault(ctx, ctx.now)
  const after = await store.updateTemplate(ctx, row.id, { ...fields, updated_at: ctx.now })
  const change = { before: told(row), after: told(after), actor: user }
  audit(ctx, 'learn_certificate_template.updated', target(row), change)
  return { data: presentTemplate(after) }
}

export const deleteCertificateTemplate: Handler<'deleteCertificateTemplate'> = async (
  ctx,
  { path, body },
) => {
  const { user } = await actingModerator(ctx, body?.actor_id)
  const row = await store.lockTemplate(ctx, path.id)
  if (!row) throw notFound()
  if (await store.isUsed(ctx, row.id))
    throw conflict('A course names the template, or a certificate was made with it.')
  await store.deleteTemplate(ctx, row.id)
  count(ctx, store.templateList, -1)
  audit(ctx, 'learn_certificate_template.deleted', target(row), { before: told(row), actor: user })
  return { data: { id: row.id, deleted: true } }
}

export const previewCertificateTemplate: Handler<'previewCertificateTemplate'> = async (
  ctx,
  { path },
) => {
  const row = await ctx.read((reading) => store.findTemplate(reading, path.id))
  if (!row) throw notFound()
  const sample = { ...SAMPLE, issued_at: row.updated_at, expires_at: null }
  const { certificatePdf } = await import('../certificates/pdf/certificate.ts')
  return certificatePdf(
    wordingOf(row, sample, {
      ...{ language: 'en', timeZone: settingOf(ctx.tenant.settings, timeZone) },
      ...{ community: ctx.tenant.name, verifyUrl: verifyUrlOf(ctx.origin, sample.serial) },
    }),
  )
}

function requireTemplate(body: string): void {
  const fault = templateFault(body)
  if (fault) throw invalidField('body', 'template', fault)
}

const target = ({ id }: store.TemplateRow) => ({ kind: 'learn_certificate_template', id })

const told = ({ name, title, body, is_default }: store.TemplateRow) => ({
  ...{ name, title, body, is_default },
})

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
