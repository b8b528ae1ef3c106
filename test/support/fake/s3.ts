import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service that speaks as much S3 as we do, in memory. */
export interface FakeS3 {
  readonly endpoint: string
  readonly objects: Map<string, Buffer>
  /** The faults of requests: a missing signature, a digest that does not fit. */
  readonly faults: string[]
  close(): Promise<void>
}

export async function startS3(bucket: string): Promise<FakeS3> {
  const objects = new Map<string, Buffer>()
  const faults: string[] = []

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url as string, 'http://s3')
    const [, place, ...rest] = url.pathname.split('/')
    const key = rest.join('/')
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { authorization = '', 'x-amz-content-sha256': digest = '' } = req.headers
    if (!/^AWS4-HMAC-SHA256 Credential=the-key\/\d{8}\/us-east-1\/s3\//.test(authorization))
      faults.push(`${req.method} ${key}: not signed`)
    if (digest !== 'UNSIGNED-PAYLOAD' && digest !== sha256(body))
      faults.push(`${req.method} ${key}: another digest`)
    if (place !== bucket) return void res.writeHead(404).end('<Error>NoSuchBucket</Error>')

    if (req.method === 'PUT') {
      const source = req.headers['x-amz-copy-source'] as string | undefined
      if (source === undefined && req.headers['content-length'] === undefined)
        return void res.writeHead(411).end('<Error>MissingContentLength</Error>')
      const bytes = source === undefined ? body : objects.get(source.split('/').slice(2).join('/'))
      if (!bytes) return void res.writeHead(404).end('<Error>NoSuchKey</Error>')
      objects.set(key, bytes)
      return void res.end()
    }
    if (req.method === 'DELETE') return void (objects.delete(key), res.writeHead(204).end())
    if (key === '') return void res.end(listing(url.searchParams.get('prefix') ?? ''))
    const bytes = objects.get(key)
    if (!bytes) return void res.writeHead(404).end('<Error>NoSuchKey</Error>')
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? []
    if (start === undefined) return void res.end(bytes)
    res.writeHead(206).end(bytes.subarray(Number(start), Number(end) + 1))
  }

  const listing = (prefix: string) =>
    [...objects.keys()]
      .filter((key) => key.startsWith(prefix))
      .map(
        (key) =>
          `<Contents><Key>${key}</Key><LastModified>2020-01-01T00:00:00.000Z</LastModified></Contents>`,
      )
      .join('')

  const server = createServer((req, res) => void answer(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
