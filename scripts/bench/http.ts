import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  readonly ms: number
}

/** One request on the one connection that is kept to this port, and how long its answer took. */
export function call(
  port: number,
  options: {
    readonly path: string
    readonly method?: string
    readonly headers?: Record<string, string>
    readonly body?: string | Buffer
  },
): Promise<Reply> {
  const { path, method = 'GET', headers, body } = options
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const outgoing = request(
      { agent, host: '127.0.0.1', port, path, method, headers },
      (incoming) => {
        let text = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => {
          text += chunk
        })
        incoming.on('end', () => {
          const ms = performance.now() - startedAt
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, ms })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
