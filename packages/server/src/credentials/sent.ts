import { hash as digest, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * The places of credentials in a request. Neither they nor the query of any request are ever logged.
 */

/** The credential of `Authorization: Bearer …`; `undefined` for another scheme, and without the header. */
export const bearerOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]

/** A user-id and a password, as RFC 7617 has them. */
export interface Basic {
  readonly user: string
  readonly password: string
}

/** `user:password` of `Authorization: Basic …` as it was encoded; `undefined` for another scheme. */
export const basicOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Basic +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]

/**
 * Both halves of what `basicOf` found, in UTF-8: the user-id has no colon, the password may. `undefined`
 * for what is no base64 (RFC 4648 4), no UTF-8, has no colon, or a control character (RFC 7617 2).
 */
export function parseBasic(encoded: string): Basic | undefined {
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, '')) return undefined
  const text = bytes.toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0 || text.includes('\uFFFD') || /[\x00-\x1f\x7f]/.test(text)) return undefined
  return { user: text.slice(0, colon), password: text.slice(colon + 1) }
}

/**
 * The value of a header, by its name in lower case; a header that is sent twice counts as absent.
 */
export function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? '' : value
}

/** The value of a query parameter; a parameter that is sent twice counts as absent. */
export function queryOf({ url = '' }: IncomingMessage, name: string): string | undefined {
  const cut = url.indexOf('?')
  const all = cut < 0 ? [] : new URLSearchParams(url.slice(cut + 1)).getAll(name)
  return all.length > 1 ? '' : all[0]
}

/** Compares two secrets in constant time. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(digest('sha256', one, 'buffer'), digest('sha256', other, 'buffer'))
