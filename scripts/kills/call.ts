import http from 'node:http'

/** A tenant on several servers, as a client with its key sees it. */
export interface Api {
  readonly ports: readonly number[]
  readonly host: string
  readonly key: string
}

/** A call of one operation. */
export interface Call {
  readonly path: string
  readonly body?: object
  readonly idempotencyKey?: string
  /** The client leaves after so many milliseconds, unless it has its answer by then. */
  readonly leavesAfterMs?: number | undefined
}

/** An answer; its body is whatever the operation says. */
export interface Answer {
  readonly status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of any operation
  readonly body: any
}

const agent = new http.Agent({ keepAlive: true })
const PATIENCE_MS = 60_000

/** Calls one of the servers; `undefined` where no answer came, whatever the reason. */
export function call({ ports, host, key }: Api, server: number, call: Call) {
  const { path, body, idempotencyKey, leavesAfterMs = PATIENCE_MS } = call
  const text = body && JSON.stringify(body)
  return new Promise<Answer | undefined>((resolve) => {
    const outgoing = http.request(
      {
        agent,
        host: '127.0.0.1',
        port: ports[server % ports.length],
        method: text ? 'POST' : 'GET',
        path: `/api/v1${path}`,
        headers: {
          host,
          authorization: `Bearer ${key}`,
          ...(text && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        },
      },
      (incoming) => {
        let received = ''
        incoming.setEncoding('utf8').on('data', (chunk: string) => (received += chunk))
        incoming.on('end', () => {
          clearTimeout(leaving)
          const { statusCode: status = 0 } = incoming
          resolve(incoming.complete ? { status, body: JSON.parse(received) } : undefined)
        })
        incoming.on('error', () => resolve(undefined))
      },
    )
    const leaving = setTimeout(() => outgoing.destroy(), leavesAfterMs)
    outgoing.on('close', () => {
      clearTimeout(leaving)
      resolve(undefined)
    })
    outgoing.on('error', () => {})
    outgoing.end(text)
  })
}
