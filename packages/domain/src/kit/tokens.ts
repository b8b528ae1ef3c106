import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OfSecrets } from '@mobieus/db'

const macOf = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** A token of words without blanks, by which its bearer may act; only we can make one. */
export function signedToken([key]: OfSecrets<Buffer>, words: readonly (string | number)[]): string {
  const text = words.join(' ')
  return `${Buffer.from(text).toString('base64url')}.${macOf(key, text).toString('base64url')}`
}

/** The words of a token; `undefined` where it is none of ours. */
export function openToken(keys: OfSecrets<Buffer>, token: string): string[] | undefined {
  const [body = '', mac = ''] = token.split('.')
  const text = Buffer.from(body, 'base64url').toString()
  const shown = Buffer.from(mac, 'base64url')
  const isOurs = keys.some((key) => {
    const expected = macOf(key, text)
    return shown.length === expected.length && timingSafeEqual(shown, expected)
  })
  return isOurs ? text.split(' ') : undefined
}
