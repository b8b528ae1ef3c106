import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/**
 * Secrets that have to be read again are kept sealed: AES-256-GCM under a key that follows from
 * APP_SECRET and the purpose. What was sealed for one place, such as a row's key, opens for no
 * other: a row copied over another one stays shut.
 */

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The key for one purpose; a key of one purpose opens nothing of another. */
export const sealingKey = (appSecret: string, purpose: string): Buffer =>
  createHmac('sha256', appSecret).update(`seal ${purpose}`).digest()

/** Seals a text for `place`: base64url of nonce, ciphertext and tag. */
export function seal(key: Buffer, text: string, place: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place))
  const bytes = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(bytes).toString('base64url')
}

/** Opens what was sealed for `place`; throws when it was changed, moved or sealed under another key. */
export function unseal(key: Buffer, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
  return Buffer.concat([text, decipher.final()]).toString('utf8')
}
