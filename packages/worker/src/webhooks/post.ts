import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { AddressGuard } from '@mobieus/domain'
import { Agent, request, type Dispatcher } from 'undici'

/** What came of one POST. */
export interface Posted {
  readonly statusCode: number | null
  /** What was wrong, in a word; `null` after a 2xx. */
  readonly error: string | null
  readonly body: string | null
  readonly retryAfter: string | undefined
}

/** Posts to addresses that others have chosen. */
export interface Poster {
  /** Never throws: whatever happens is an answer. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted>
  close(): Promise<void>
}

const TIMEOUT_MS = 10_000
/** A receiver that has answered 2xx is not waited for long to finish its text. */
const BODY_TIMEOUT_MS = 2_000
const BODY_BYTES = 2_048

/**
 * Posts through the guard: the URL is checked before, and every connection is made to the address
 * that was checked, not to one that the name leads to a moment later. Redirects are not followed.
 * The whole takes at most ten seconds.
 */
export function createPoster(guard: AddressGuard, timeoutMs = TIMEOUT_MS): Poster {
  const agent = new Agent({
    connect: { timeout: timeoutMs, lookup: guardedLookup(guard) as never },
    keepAliveTimeout: 10_000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    pipelining: 1,
    maxHeaderSize: 16_384,
  })
  return {
    async post(url, headers, body) {
      if (guard.urlFault(url)) return failed('blocked_address')
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        const answer = await request(url, {
          method: 'POST',
          headers,
          body,
          signal,
          dispatcher: agent,
        })
        return await read(answer)
      } catch (error) {
        return failed(signal.aborted ? 'timeout' : wordFor(error))
      }
    },
    close: () => agent.destroy(),
  }
}

const failed = (error: string): Posted => ({
  statusCode: null,
  error,
  body: null,
  retryAfter: undefined,
})

async function read({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Posted> {
  const retryAfter = [headers['retry-after']].flat()[0]
  const text = await readStart(body)
  const error =
    statusCode >= 200 && statusCode < 300
      ? null
      : statusCode >= 300 && statusCode < 400
        ? 'redirect'
        : 'status'
  return { statusCode, error, body: text, retryAfter }
}

/** The first 2 KB, as text that PostgreSQL can keep; whatever of it comes in time. */
async function readStart(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  const late = setTimeout(() => body.destroy(), BODY_TIMEOUT_MS)
  try {
    for await (const chunk of body) {
      chunks.push(chunk as Buffer)
      length += (chunk as Buffer).length
      if (length >= BODY_BYTES) break
    }
  } catch {
    // The status has been told; of the text there is what there is.
  } finally {
    clearTimeout(late)
  }
  const text = Buffer.concat(chunks).subarray(0, BODY_BYTES).toString('utf8')
  return text.replaceAll('\0', '')
}

type Found = (error: Error | null, address?: string | LookupAddress[], family?: number) => void

/** As `dns.lookup`, through the guard. */
const guardedLookup =
  (guard: AddressGuard) =>
  (host: string, options: { readonly all?: boolean }, found: Found): void => {
    guard.resolve(host).then((addresses) => {
      const all = addresses.map((address) => ({ address, family: isIP(address) }))
      const [first] = all
      if (options.all) found(null, all)
      else found(null, first?.address, first?.family)
    }, found)
  }

const WORDS: Readonly<Record<string, string>> = {
  EBLOCKED: 'blocked_address',
  ECONNREFUSED: 'connection_refused',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  EREFUSED: 'dns',
  EAI_AGAIN: 'dns',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
}

/** A word for what went wrong; several addresses that all failed are told by the first. */
function wordFor(error: unknown): string {
  const { code = '', errors } = error as { code?: string; errors?: { code?: string }[] }
  const known = WORDS[code] ?? WORDS[errors?.[0]?.code ?? '']
  if (known) return known
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return 'tls'
  if (/^ETIMEOUT/.test(code)) return 'dns'
  return 'connection_lost'
}
