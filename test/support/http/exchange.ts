import { Agent, request } from 'node:http'
import type { SampleRequest } from '../contract/requests.ts'

const agent = new Agent({ keepAlive: true })

/** Sends a sample as it is, a body with GET included, which fetch would refuse. */
export function exchange(
  port: number,
  sample: SampleRequest,
): Promise<{ status: number; body: string }> {
  const { method, query, body } = sample
  const path = sample.path + (query && `?${query}`)
  const headers = {
    ...sample.headers,
    ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, method, path, headers, agent }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => (text += chunk))
      incoming.on('end', () => resolve({ status: incoming.statusCode!, body: text }))
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
