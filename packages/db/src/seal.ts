import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { eachSecret, keyIdOf, keysFor, type AppSecrets, type OfSecrets } from './secrets.ts'

/**
 * Secrets that have to be read again are kept sealed, by AES-256-GCM. The key follows from APP_SECRET
 * and the purpose, and its id stands before the sealed text. A text that was sealed for one place, such
 * as a row's key, opens for no other: a row copied over another one stays shut.
 */

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The key of one purpose that follows from one secret. */
export interface SealingKey {
  /** Eight hexadecimal digits, the same for every purpose of the secret. */
  readonly id: string
  readonly key: Buffer
}

/** The keys for one purpose; a key of one purpose opens nothing of another. */
export function sealingKeys(secrets: AppSecrets, purpose: string): OfSecrets<SealingKey> {
  const keys = keysFor(secrets, `seal ${purpose}`)
  const ids = eachSecret(secrets, keyIdOf)
  return keys.map((key, i) => ({ id: ids[i], key })) as unknown as OfSecrets<SealingKey>
}

/** Seals a text for `place` with the first key: its id, a dot, base64url of nonce, ciphertext and tag. */
export function seal([{ id, key }]: OfSecrets<SealingKey>, text: string, place: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place))
  const bytes = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return `${id}.${Buffer.concat(bytes).toString('base64url')}`
}

/**
 * Opens what was sealed for `place`; `undefined` when it was changed, moved or sealed under a secret
 * whose key is not here. A text that was sealed before keys had ids has no dot, and every key is tried.
 */
export function unseal(
  keys: OfSecrets<SealingKey>,
  sealed: string,
  place: string,
): string | undefined {
  const dot = sealed.indexOf('.')
  const id = sealed.slice(0, Math.max(dot, 0))
  const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
  for (const each of keys) {
    if (dot >= 0 && each.id !== id) continue
    const text = open(each.key, bytes, place)
    if (text !== undefined) return text
  }
  return undefined
}

function open(key: Buffer, bytes: Buffer, place: string): string | undefined {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
