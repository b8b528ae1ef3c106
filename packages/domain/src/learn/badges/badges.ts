import type { Secrets } from '@mobieus/db'
import type { Handler } from '../../kit/context.ts'
import { notFound } from '../../kit/problem.ts'
import { verifyUrlOf } from '../certificates/certificates.rules.ts'
import { findPrinted, type PrintedRow } from '../certificates/printing.store.ts'
import { credentialOf, didOf, type Issuer } from './credential.rules.ts'
import { signerOf, type InTransaction } from './keys.ts'
import { listOfCertificate } from './status-list.rules.ts'

/** A partition as the issuer of its credentials: the test one is another issuer than the live one. */
export const issuerOf = (
  { name, environment }: { name: string; environment: 'live' | 'test' },
  origin: string,
): Issuer => ({
  did: didOf(origin, environment === 'test' ? ['learn', 'test'] : []),
  ...{ name, origin, isTest: environment === 'test' },
})

export const getCertificateCredential: Handler<'getCertificateCredential'> = async (
  ctx,
  { path },
) => {
  const row = await ctx.read((reading) => findPrinted(reading, path.id))
  if (!row) throw notFound()
  const within: InTransaction = (work) => ctx.write(work)
  return { data: await signedCredential(row, issuerOf(ctx.tenant, ctx.origin), { ...ctx, within }) }
}

interface Signing {
  readonly within: InTransaction
  readonly secrets: Secrets
  readonly now: Date
}

/** The credential of a certificate, signed: the same as long as the certificate and the key are. */
export async function signedCredential(row: PrintedRow, issuer: Issuer, signing: Signing) {
  const { url, index } = listOfCertificate(issuer, row.id)
  const credential = credentialOf(
    issuer,
    {
      ...{ serial: row.serial, recipientName: row.recipient_name, courseId: row.course_id },
      ...{ courseTitle: row.course_title, courseSummary: row.summary },
      ...{ creditHours: row.credit_hours, issuedAt: row.issued_at, expiresAt: row.expires_at },
      verifyUrl: verifyUrlOf(issuer.origin, row.serial),
    },
    { listUrl: url, index },
  )
  const signer = await signerOf(signing.within, signing.secrets, issuer, signing.now)
  // JSON-LD is read when the first credential is.
  const { signed } = await import('./proofs.ts')
  const madeAt = row.regenerated_at ?? row.issued_at
  return signed(credential, signer, `${madeAt.toISOString().slice(0, 19)}Z`)
}
