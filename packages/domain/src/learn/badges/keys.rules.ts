import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { base58 } from '@scure/base'

/** The two bytes before a raw Ed25519 key in a Multikey (CID 1.0, 2.2.2). */
const ED25519 = Buffer.from([0xed, 0x01])

/** A new pair: the public half as a Multikey, the private one in PKCS #8, as base64. */
export function newKeyPair(): { readonly publicKey: string; readonly privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const bytes = privateKey.export({ type: 'pkcs8', format: 'der' })
  return { publicKey: multikeyOf(publicKey), privateKey: bytes.toString('base64') }
}

export const openPrivateKey = (base64: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(base64, 'base64'), type: 'pkcs8', format: 'der' })

/** The public half of a pair, as it stands in the issuer's document. */
export function multikeyOf(key: KeyObject): string {
  const { x = '' } = key.export({ format: 'jwk' })
  return multibase(Buffer.concat([ED25519, Buffer.from(x, 'base64url')]))
}

/** Base58 of Bitcoin behind the letter that says so. */
export const multibase = (bytes: Uint8Array): string => `z${base58.encode(bytes)}`
