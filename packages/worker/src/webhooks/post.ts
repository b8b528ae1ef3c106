import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { guardedLookup, type AddressGuard, type Posted, type Poster } from '@mobieus/domain/kit'
import { BODY_BYTES, textOf } from './answer-text.ts'

/** A poster that keeps its connections. */
export interface OpenPoster extends Poster {
  close(): Promise<void>
}

const TIMEOUT_MS = 10_000
/** The most time that a receiver that has answered 2xx gets to finish its text. */
const BODY_TIMEOUT_MS = 2_000
const IDLE_MS = 10_000

/**
 * Posts through the guard. The URL is checked before, and every connection is made to the checked
 * address, not to one that the name leads to a moment later. Redirects are not followed, informational
 * answers (RFC 9110 15.2) are skipped. The whole takes at most ten seconds.
 */
export function createPoster(guard: AddressGuard, timeoutMs = TIMEOUT_MS): OpenPoster {
  const kept = { keepAlive: true, timeout: IDLE_MS, lookup: guardedLookup(guard) as never }
  const agents = { 'http:': new http.Agent(kept), 'https:': new https.Agent(kept) }

  function send(target: URL, headers: Readonly<Record<string, string>>, body: string | Uint8Array) {
    const bytes = Buffer.from(body)
    return new Promise<Posted>((resolve, reject) => {
      const { request } = target.protocol === 'https:' ? https : http
      const outgoing = request(target, {
        method: 'POST',
        agent: agents[target.protocol as keyof typeof agents],
        headers: { ...headers, 'Content-Length': bytes.length },
        maxHeaderSize: 16_384,
      })
      const late = setTimeout(() => outgoing.destroy(new TimeoutError()), timeoutMs)
      outgoing.on('close', () => clearTimeout(late))
      outgoing.on('error', reject)
      outgoing.on('response', (answer) => read(answer).then(resolve, reject))
      outgoing.end(bytes)
    })
  }

  return {
    post: async (url, headers, body) => {
      if (guard.urlFault(url)) return failed('blocked_address')
      return send(new URL(url), headers, body).catch((error: unknown) => failed(wordFor(error)))
    },
    close: async () => Object.values(agents).forEach((agent) => agent.destroy()),
  }
}

class TimeoutError extends Error {
  readonly code = 'ETIMEDOUT'
}

const failed = (error: string): Posted => ({
  statusCode: null,
  error,
  body: null,
  retryAfter: undefined,
})

async function read(answer: IncomingMessage): Promise<Posted> {
  const { statusCode = 0, headers } = answer
  const body = await textOf(await readStart(answer), headers['content-encoding'])
  const error =
    statusCode >= 200 && statusCode < 300
      ? null
      : statusCode >= 300 && statusCode < 400
        ? 'redirect'
        : 'status'
  return { statusCode, error, body, retryAfter: headers['retry-after'] }
}

/** The beginning of the body, as much of it as comes in time. */
async function readStart(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const late = setTimeout(() => answer.destroy(), BODY_TIMEOUT_MS)
  try {
    for await (const chunk of answer) {
      chunks.push(chunk as Buffer)
      length += (chunk as Buffer).length
      if (length >= BODY_BYTES) break
    }
  } catch {
    // The status is known, so a text that breaks off is kept as far as it came.
  } finally {
    clearTimeout(late)
  }
  return Buffer.concat(chunks)
}

const WORDS: Readonly<Record<string, string>> = {
  EBLOCKED: 'blocked_address',
  ECONNREFUSED: 'connection_refused',
  ETIMEDOUT: 'timeout',
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  EREFUSED: 'dns',
  EAI_AGAIN: 'dns',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
}

/** The word for an error; where several addresses failed it is that of the first. */
function wordFor(error: unknown): string {
  const { code = '', errors } = error as { code?: string; errors?: { code?: string }[] }
  const known = WORDS[code] ?? WORDS[errors?.[0]?.code ?? '']
  if (known) return known
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return 'tls'
  if (/^ETIMEOUT/.test(code)) return 'dns'
  return 'connection_lost'
}
