import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { BlockedAddressError, guardedLookup, type AddressGuard } from '@mobieus/domain/kit'

/** The part of `fetch` that the model's client uses. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * `fetch` through the guard. The URL is checked, and the connection is made to the checked address, not to one that
 * the name leads to a moment later. Redirects are answered as they are, and not followed. Bodies are texts.
 * Rejects with the connection's error, or the signal's reason.
 */
export function createGuardedFetch(guard: AddressGuard): Fetch {
  const lookup = guardedLookup(guard) as never
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(String(input))
      if (guard.urlFault(String(url))) return reject(new BlockedAddressError(url.hostname))
      const { request } = url.protocol === 'https:' ? https : http
      const outgoing = request(
        url,
        {
          ...{ method: init.method, lookup, signal: init.signal ?? undefined },
          headers: Object.fromEntries(new Headers(init.headers)),
          maxHeaderSize: 16_384,
        },
        (answer) => resolve(responseOf(answer)),
      )
      outgoing.on('error', reject)
      outgoing.end(init.body as string | undefined)
    })
}

function responseOf(answer: IncomingMessage): Response {
  const { statusCode = 500, headers } = answer
  const listed = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each): [string, string] => [name, each]),
  )
  const hasNone = statusCode === 204 || statusCode === 304
  if (hasNone) answer.resume()
  const body = hasNone ? null : (Readable.toWeb(answer) as ReadableStream)
  return new Response(body, { status: statusCode, headers: listed })
}
