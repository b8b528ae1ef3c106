import { gzipSync } from 'node:zlib'
import { CREDENTIALS_V2 } from './contexts.ts'
import type { Issuer } from './credential.rules.ts'

/** The fewest entries that a list may have, so that it does not tell who is looked at (Bitstring Status List 1.0, 6.1). */
export const ENTRIES = 131_072
/** How long a reader may go by a list that it has, in milliseconds. */
export const LIST_TTL_MS = 5 * 60 * 1000

/** The address of a list of what was revoked; those of a test partition have a mark behind the number. */
export const listUrlOf = ({ origin, isTest }: Issuer, number: number): string =>
  `${origin}/learn/certificates/status/${number}${isTest ? 't' : ''}`

/**
 * The list that has a certificate, and its place there. Both follow from the id, which no two certificates of an
 * installation share: nothing is written down for them.
 */
export const listOfCertificate = (issuer: Issuer, id: number) => ({
  url: listUrlOf(issuer, Math.floor(id / ENTRIES)),
  index: id % ENTRIES,
})

/** Bits as the standard packs them: the first is the highest of the first byte; gzip, in base64url behind a `u`. */
export function encodedList(revoked: readonly number[]): string {
  const bits = new Uint8Array(ENTRIES / 8)
  for (const index of revoked) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return `u${gzipSync(bits).toString('base64url')}`
}

/** The list of what was revoked, as a credential that is still to be signed. */
export const statusListOf = (
  issuer: Issuer,
  url: string,
  revoked: readonly number[],
  from: Date,
) => ({
  '@context': [CREDENTIALS_V2],
  id: url,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: issuer.did,
  validFrom: `${from.toISOString().slice(0, 19)}Z`,
  credentialSubject: {
    id: `${url}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: encodedList(revoked),
    ttl: LIST_TTL_MS,
  },
})
