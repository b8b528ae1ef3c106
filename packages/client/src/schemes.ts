import { decodeBase64, decodeHex, encodeBase64, encodeHex } from './encoding.ts'
import { bytesOf, matches, sign, type RawBody } from './hmac.ts'
import { SignatureError } from './signature-error.ts'

/** One signed claim that a body was sent at a time, in either scheme. */
export interface Claim {
  /** Unix seconds. */
  readonly timestamp: number
  /** Whether one of the claim's signatures was made over this body with this secret. */
  isSignedWith(secret: string, body: RawBody): Promise<boolean>
}

// A rotation signs with two secrets. A header full of made-up signatures must not buy as many
// passes over the body.
const mostSignatures = 8

/**
 * Reads `Mobieus-Signature: t=<unix seconds>,v1=<hex>[,v1=<hex>]`, each v1 the HMAC-SHA256 of
 * `t.body` under the secret's characters. Throws a SignatureError `malformed_header`.
 */
export function readMobieusSignature(header: string): Claim {
  const fields = header.split(',').map((field) => field.trim().split('=', 2))
  const valuesOf = (name: string) => fields.filter(([n]) => n === name).map(([, v]) => v ?? '')
  const [t = '', ...more] = valuesOf('t')
  if (more.length > 0) throw malformed('Mobieus-Signature has more than one t')
  const timestamp = readTimestamp(t, 'Mobieus-Signature')
  const signatures = valuesOf('v1').map(decodeHex)
  return {
    timestamp,
    isSignedWith: (secret, body) =>
      matches(bytesOf(secret), `${t}.`, body, usable(signatures, 'Mobieus-Signature')),
  }
}

/**
 * Reads the headers of Standard Webhooks (https://www.standardwebhooks.com): signatures
 * `v1,<base64>` separated by spaces, each the HMAC-SHA256 of `id.timestamp.body` under the bytes
 * that the secret encodes. Throws a SignatureError `malformed_header`.
 */
export function readStandardSignature(id: string, time: string, header: string): Claim {
  const timestamp = readTimestamp(time, 'webhook-timestamp')
  const signatures = header
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => decodeBase64(part.slice('v1,'.length)))
  return {
    timestamp,
    isSignedWith: (secret, body) =>
      matches(keyOf(secret), `${id}.${time}.`, body, usable(signatures, 'webhook-signature')),
  }
}

/** The value of `Mobieus-Signature`, one v1 for each secret in the order given. */
export async function mobieusSignature(
  body: RawBody,
  secrets: readonly string[],
  timestamp: number,
): Promise<string> {
  const macs = secrets.map((secret) => sign(bytesOf(secret), `${timestamp}.`, body))
  return [
    `t=${timestamp}`,
    ...(await Promise.all(macs)).map((mac) => `v1=${encodeHex(mac)}`),
  ].join()
}

/** The value of `webhook-signature`, one v1 for each secret in the order given. */
export async function standardSignature(
  body: RawBody,
  secrets: readonly string[],
  timestamp: number,
  id: string,
): Promise<string> {
  const macs = secrets.map((secret) => sign(keyOf(secret), `${id}.${timestamp}.`, body))
  return (await Promise.all(macs)).map((mac) => `v1,${encodeBase64(mac)}`).join(' ')
}

/** The key of Standard Webhooks: what stands behind `whsec_`, in base64 of either alphabet. */
function keyOf(secret: string) {
  const key = decodeBase64(secret.replace(/^whsec_/, ''))
  if (!key || key.length === 0) throw new TypeError('The signing secret is not whsec_ and base64.')
  return key
}

function usable<T>(signatures: readonly (T | undefined)[], header: string): T[] {
  const found = signatures.filter((signature) => signature !== undefined).slice(0, mostSignatures)
  if (found.length === 0) throw malformed(`${header} has no readable v1 signature`)
  return found
}

function readTimestamp(text: string, header: string): number {
  if (!/^\d{1,12}$/.test(text)) throw malformed(`${header} has no time in Unix seconds`)
  return Number(text)
}

function malformed(message: string): SignatureError {
  return new SignatureError('malformed_header', message)
}
