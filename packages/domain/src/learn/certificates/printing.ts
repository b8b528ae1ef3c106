import { createHash } from 'node:crypto'
import { transact } from '@mobieus/db'
import type { ExternalContext, Handler } from '../../kit/context.ts'
import { download } from '../../kit/download.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { settingOf } from '../../kit/settings.ts'
import { MODERATOR } from '../../platform/rank.rules.ts'
import { putBytes } from '../../kit/storage/put-bytes.ts'
import { keyIn } from '../../kit/storage/storage.ts'
import type { Task } from '../../kit/surface.ts'
import { timeZone } from '../settings.ts'
import { verifyUrlOf } from './certificates.rules.ts'
import * as store from './printing.store.ts'
import { PLAIN, wordingOf, type Look } from './wording.rules.ts'

/** The folder of the PDFs of certificates. */
export const CERTIFICATES = 'learn-certificates'

const keyOf = (tenantId: number, { id, generation }: { id: number; generation: number }): string =>
  keyIn(CERTIFICATES, tenantId, `${id}-${generation}`)

export const downloadCertificate: Handler<'downloadCertificate'> = async (ctx, { path }) => {
  const row = await ctx.read((reading) => store.findPrinted(reading, path.id))
  if (!row || !mayRead(ctx, row)) throw notFound()
  if (row.status !== 'issued') throw conflict('The certificate is revoked.')
  const facts =
    row.pdf_generation === row.generation
      ? { sha256: row.pdf_sha256 as string, size: row.pdf_size_bytes as number }
      : await print(ctx, row)
  return download({
    ...{ fileId: undefined, storageKey: keyOf(ctx.tenant.id, row), name: `${row.serial}.pdf` },
    ...{ size: facts.size, version: facts.sha256, mediaType: 'application/pdf' },
  })
}

/** The session of a member reads the member's own; keys, and moderators, read all. */
const mayRead = ({ caller }: Printing, row: store.PrintedRow): boolean =>
  caller.kind !== 'session' || caller.role >= MODERATOR || caller.user.id === row.user_id

type Printing = ExternalContext<'downloadCertificate'>

/** Makes the PDF and keeps it. Two that do so at once make the same bytes, in the same place. */
async function print(ctx: Printing, row: store.PrintedRow) {
  // Fonts and their libraries are read when the first certificate is.
  const { certificatePdf } = await import('./pdf/certificate.ts')
  const bytes = await certificatePdf(
    wordingOf(lookOf(row), row, {
      ...{ language: row.language, timeZone: settingOf(ctx.tenant.settings, timeZone) },
      ...{ community: ctx.tenant.name, verifyUrl: verifyUrlOf(ctx.origin, row.serial) },
    }),
  )
  const facts = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
  await putBytes(ctx.outside.storage, keyOf(ctx.tenant.id, row), bytes, facts)
  if (await ctx.write((writing) => store.keepPdf(writing, row, facts))) return facts
  await ctx.outside.storage.remove(keyOf(ctx.tenant.id, row))
  throw conflict('The certificate has changed meanwhile; ask again.')
}

const lookOf = (row: store.PrintedRow): Look => (row.look_id === null ? PLAIN : (row as Look))

/** Removes the PDFs of a certificate that nobody is given any more. */
export const tidyCertificate: Task = {
  name: 'tidy-learn-certificate',
  async run({ db, storage }, tenantId, id) {
    const row = await transact(db, tenantId, ({ tx }) =>
      store.findGenerations({ tx, tenantId }, id),
    )
    if (!row) return undefined
    const last = row.status === 'issued' ? row.generation - 1 : row.generation
    for (let generation = 1; generation <= last; generation++)
      await storage.remove(keyOf(tenantId, { id, generation }))
    return undefined
  },
}
