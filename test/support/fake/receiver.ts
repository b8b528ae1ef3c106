import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from '../until.ts'

/** One POST that arrived. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly path: string
  readonly at: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into any event
  readonly event: any
}

type Answer = (received: Received, res: ServerResponse) => void

/** A real receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string
  readonly port: number
  readonly received: Received[]
  /** Sets the answer from now on; it is 200 in the beginning. */
  answer: Answer
  /** Waits until so many have arrived; the attempts may not be recorded yet. */
  got(n: number): Promise<Received[]>
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { headers, url = '' } = req
      const event: unknown = body === '' ? undefined : JSON.parse(body)
      const received = { headers, body, path: url, at: Date.now(), event }
      receiver.received.push(received)
      receiver.answer(received, res)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    received: [],
    answer: (_, res) => void res.end('ok'),
    async got(n) {
      await until(() => receiver.received.length >= n)
      return receiver.received
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}

/** Answers with a status and, if given, headers. */
export const answering =
  (status: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_, res) =>
    void res.writeHead(status, headers).end(body)
