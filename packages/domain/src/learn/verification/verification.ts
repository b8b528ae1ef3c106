import { reader, type Database, type Secrets } from '@mobieus/db'
import type { Tenant } from '../../kit/context.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { issuerOf, signedCredential } from '../badges/badges.ts'
import { didDocumentOf } from '../badges/credential.rules.ts'
import { opening, signerOf } from '../badges/keys.ts'
import { listPublicKeys } from '../badges/keys.store.ts'
import { ENTRIES, listUrlOf, statusListOf } from '../badges/status-list.rules.ts'
import { verifyUrlOf } from '../certificates/certificates.rules.ts'
import { findPrinted, type PrintedRow } from '../certificates/printing.store.ts'
import * as store from './verification.store.ts'

/** A partition that anybody may ask, at the origin that was called. */
export interface Verifying {
  readonly db: Database
  readonly secrets: Secrets
  readonly tenant: Pick<Tenant, 'id' | 'name' | 'environment'>
  readonly origin: string
  readonly now: Date
}

const partitionOf = ({ db, tenant: { id: tenantId } }: Verifying) => ({
  ...{ tx: reader(db, tenantId), tenantId },
})

/** The certificate with a serial, of this partition. */
export async function findCertified(
  ctx: Verifying,
  serial: string,
): Promise<PrintedRow | undefined> {
  const partition = partitionOf(ctx)
  const id = await store.findIdBySerial(partition, serial)
  return id === undefined ? undefined : findPrinted(partition, id)
}

/** Whether a certificate holds. One that is revoked is, whether its time is over or not. */
export const standingOf = (
  { status, expires_at }: Pick<PrintedRow, 'status' | 'expires_at'>,
  now: Date,
): 'valid' | 'expired' | 'revoked' =>
  status !== 'issued' ? 'revoked' : expires_at && expires_at <= now ? 'expired' : 'valid'

/** The answer to anybody who has the serial: the learner by name, and nothing else of them. */
export function verdictOf({ tenant, origin, now }: Verifying, row: PrintedRow) {
  const verify_url = verifyUrlOf(origin, row.serial)
  return {
    ...{ serial: row.serial, status: standingOf(row, now), issuer: tenant.name },
    ...{ recipient_name: row.recipient_name, course_title: row.course_title },
    credit: { hours: row.credit_hours, kind: row.credit_kind },
    issued_at: timestamp(row.issued_at),
    expires_at: nullableTimestamp(row.expires_at),
    revoked_at: nullableTimestamp(row.revoked_at),
    revoke_reason: row.revoke_reason,
    ...{ verify_url, credential_url: `${verify_url}/credential` },
  }
}

export type Verdict = ReturnType<typeof verdictOf>

/** The Open Badge of a certificate. */
export const badgeOf = (ctx: Verifying, row: PrintedRow): Promise<object> =>
  signedCredential(row, issuerOf(ctx.tenant, ctx.origin), {
    ...{ within: opening(ctx.db, ctx.tenant.id), secrets: ctx.secrets, now: ctx.now },
  })

/** A list of what was revoked, signed. It has every certificate whose id lies in its part of all ids. */
export async function revocationList(ctx: Verifying, number: number): Promise<object> {
  const issuer = issuerOf(ctx.tenant, ctx.origin)
  const from = number * ENTRIES
  const ids = await store.listRevoked(partitionOf(ctx), from, from + ENTRIES)
  const revoked = ids.map((id) => id - from)
  const list = statusListOf(issuer, listUrlOf(issuer, number), revoked, ctx.now)
  const signer = await signerOf(opening(ctx.db, ctx.tenant.id), ctx.secrets, issuer, ctx.now)
  const { signed } = await import('../badges/proofs.ts')
  return signed(list, signer, list.validFrom)
}

/** The document of the issuer, with the keys that have signed. */
export const issuerDocument = async (ctx: Verifying): Promise<object> =>
  didDocumentOf(issuerOf(ctx.tenant, ctx.origin).did, await listPublicKeys(partitionOf(ctx)))
