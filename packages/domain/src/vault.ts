import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps short texts secret at rest. */
export interface Vault {
  /** The text, sealed for one place: moved to another it cannot be opened. */
  seal(text: string, place: string): Buffer
  /** Throws when it was sealed elsewhere, under another secret, or has been changed. */
  open(sealed: Buffer, place: string): string
}

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * A vault under the platform's secret: AES-256-GCM with a key derived for this purpose (HKDF-SHA-256),
 * a random nonce for each text and the place as additional data. Sealed: version, nonce, tag, text.
 */
export function createVault(appSecret: string, purpose: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', appSecret, '', `mobieus vault: ${purpose}`, 32))
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
    },
    open(sealed, place) {
      if (sealed[0] !== VERSION || sealed.length < 1 + NONCE_BYTES + TAG_BYTES)
        throw new Error('this was not sealed by a vault')
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
      const body = sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)
      const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}
