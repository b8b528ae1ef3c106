import { createHmac } from 'node:crypto'

/** The signed content: an event on its way, at a time in Unix seconds. */
interface Signed {
  readonly id: string
  readonly timestamp: number
  readonly body: string
}

/**
 * The signature headers of a delivery, one signature for each secret in the order given. Our own scheme
 * uses the secret's characters as its key, Standard Webhooks the bytes that they encode.
 */
export function signatureHeaders(
  secrets: readonly string[],
  { id, timestamp, body }: Signed,
): Record<string, string> {
  const own = secrets.map((secret) => `v1=${mac(secret, `${timestamp}.${body}`, 'hex')}`)
  const standard = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${mac(key, `${id}.${timestamp}.${body}`, 'base64')}`
  })
  return {
    'Mobieus-Signature': [`t=${timestamp}`, ...own].join(),
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': standard.join(' '),
  }
}

const mac = (key: string | Buffer, text: string, encoding: 'hex' | 'base64') =>
  createHmac('sha256', key).update(text).digest(encoding)
