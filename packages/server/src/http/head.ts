import type { IncomingMessage } from 'node:http'

/**
 * The rules of HTTP itself about the head of a request, whatever the request is for: one target, one
 * host, one credential (RFC 9112, 3.2). The code behind them reads only `req.url` and
 * `req.headers.host`, so that nobody reads either in another way.
 */

/** Why a head cannot be accepted, by the codes of the contract. */
export interface HeadFault {
  readonly code: 'invalid_request' | 'uri_too_long' | 'not_implemented'
  readonly message: string
  /** The header at fault. */
  readonly field?: string
}

/** The longest target, in bytes: above the 8,000 that RFC 9110 (4.1) asks for. */
export const MOST_OF_A_TARGET = 8_192

const HOST = /^(?:\[[\d.:a-f]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*)(?::\d*)?$/i

/**
 * Brings target and host into their plain form, in place, or says what is wrong with the head. The host of an
 * absolute target counts before that of the header (3.2.2); an empty port is none.
 */
export function settleHead(req: IncomingMessage): HeadFault | undefined {
  const { headers } = req
  const url = req.url as string
  if (url.length > MOST_OF_A_TARGET)
    return { code: 'uri_too_long', message: `The target is longer than ${MOST_OF_A_TARGET} bytes.` }
  const coding = headers['transfer-encoding']
  if (coding !== undefined && coding.trim().toLowerCase() !== 'chunked')
    return { code: 'not_implemented', message: 'Only the transfer coding chunked is understood.' }
  const twice = repeated(req.rawHeaders)
  if (twice !== undefined) return faultOf(twice, 'is given more than once')
  if (!url.startsWith('/') && headers.host !== undefined) {
    const fault = splitTarget(req, url)
    if (fault) return fault
  }
  const { host } = headers
  if (host === undefined) return undefined
  if (!HOST.test(host)) return faultOf('host', 'is not a host')
  if (host.endsWith(':')) headers.host = host.slice(0, -1)
  return undefined
}

const faultOf = (field: string, message: string): HeadFault => ({
  code: 'invalid_request',
  field,
  message,
})

/** `http://host/path` as the path, and the host as the one that was asked for. */
function splitTarget(req: IncomingMessage, url: string): HeadFault | undefined {
  if (url === '*') return undefined
  const [, host, rest = ''] = /^https?:\/\/([^/?#]*)([^#]*)$/i.exec(url) ?? []
  if (!host) return faultOf('target', 'is neither a path nor an http address')
  req.headers.host = host
  req.url = rest.startsWith('/') ? rest : `/${rest}`
  return undefined
}

/** Headers of which Node shows the first and hides the others, so that two readers may see two. */
function repeated(raw: readonly string[]): string | undefined {
  let seen = 0
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i] as string
    const bit = name.length === 4 ? 1 : name.length === 13 ? 2 : name.length === 12 ? 4 : 0
    if (bit === 0) continue
    const lower = name.toLowerCase()
    if (lower !== 'host' && lower !== 'authorization' && lower !== 'content-type') continue
    if (seen & bit) return lower
    seen |= bit
  }
  return undefined
}
