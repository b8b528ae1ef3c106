import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it reached the server. */
export interface Seen {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Epoch milliseconds. */
  readonly at: number
}

export type Reply = (res: ServerResponse, seen: Seen) => void

export interface Counterpart {
  readonly url: string
  readonly seen: Seen[]
  /** Sets the replies to the next requests, one each; the last one is kept for all that follow. */
  answer(...replies: Reply[]): void
  close(): Promise<void>
}

/** A real HTTP server that answers as a test tells it to and remembers what it was asked. */
export async function startCounterpart(): Promise<Counterpart> {
  let replies: Reply[] = []
  const seen: Seen[] = []
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const { method = '', headers } = req
    const url = new URL(req.url ?? '/', 'http://counterpart')
    const request = { method, url, headers, body: Buffer.concat(chunks).toString(), at: Date.now() }
    seen.push(request)
    const reply = replies.length > 1 ? replies.shift() : replies[0]
    reply?.(res, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer(...next) {
      replies = next
      seen.length = 0
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers })
    res.end(JSON.stringify(body))
  }
}

/** A failure in the envelope of the contract. */
export function failure(
  status: number,
  code: string,
  { headers, ...members }: { headers?: Record<string, string>; [member: string]: unknown } = {},
): Reply {
  const request_id = 'req_01jw0wnp3a2e8r6f4k1v7c9d5b'
  const doc_url = `https://demo.mobieus.io/docs/errors/${code}`
  const error = { code, message: `It is ${code}.`, ...members, doc_url, request_id }
  return json(status, { error, request_id }, { 'x-request-id': request_id, ...headers })
}

/** A connection that breaks before the answer. */
export const hangUp: Reply = (res) => void res.destroy()

/** A connection that breaks within the answer. */
export const breakOff: Reply = (res) => {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  res.write('{"data":', () => res.destroy())
}

/** No answer at all. */
export const silence: Reply = () => {}

export const post = {
  id: 4501,
  thread_id: 118,
  forum_slug: 'atari-2600',
  title: 'Which capacitor kit?',
  parent_post_id: null,
  body: 'The picture rolls.',
  author: { id: 312, username: 'retroseller' },
  created_at: '2026-05-29T13:42:11Z',
  edited_at: null,
  deleted_at: null,
}

export const single = { data: post, request_id: 'req_01jw0wnp3a2e8r6f4k1v7c9d5b' }
