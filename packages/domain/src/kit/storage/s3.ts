import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { checkKey, type FileStorage, type StoredObject } from './storage.ts'

/** A bucket of Amazon S3 or of what speaks like it, addressed by path. */
export interface S3Config {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const PATIENCE_MS = 60_000
/** Failures that may pass in a moment: no answer, too many requests, a full or a failing service. */
const OUT_OF_REACH = { code: 'ESTORAGE' }

/** Files as objects of a bucket. */
export function s3Storage(config: S3Config): FileStorage {
  const { accessKeyId, secretAccessKey, region } = config
  // The job asks again, after a pause.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  const bucket = `${config.endpoint.replace(/\/$/, '')}/${config.bucket}`

  async function call(place: string, init: RequestInit = {}, fine: readonly number[] = []) {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const what = `storage: ${init.method ?? 'GET'} ${place}`
    const response = await client
      .fetch(`${bucket}${place}`, { ...init, signal })
      .catch((cause: unknown) => {
        throw Object.assign(new Error(`${what} was not answered`, { cause }), OUT_OF_REACH)
      })
    const { ok, status } = response
    if (ok || fine.includes(status)) return response
    const text = (await response.text()).slice(0, 300)
    const passing = status === 429 || status >= 500
    throw Object.assign(new Error(`${what} → ${status} ${text}`), passing && OUT_OF_REACH)
  }
  const placeOf = (key: string) => `/${checkKey(key)}`

  return {
    async put(key, path, { size, sha256 }) {
      // Sent as a stream of known length; the digest is signed, so what arrives is what was hashed.
      const body = Readable.toWeb(createReadStream(path)) as unknown as RequestInit['body']
      const headers = { 'Content-Length': String(size), 'X-Amz-Content-Sha256': sha256 }
      await call(placeOf(key), { method: 'PUT', body, headers, duplex: 'half' } as RequestInit)
    },
    async open(key, range) {
      const headers = range && { Range: `bytes=${range.start}-${range.end}` }
      const { body } = await call(placeOf(key), { headers })
      return body === null ? Readable.from([]) : Readable.fromWeb(body as unknown as ReadableStream)
    },
    async copy(from, to) {
      const source = `/${config.bucket}/${checkKey(from)}`
      const headers = { 'X-Amz-Copy-Source': source }
      const response = await call(placeOf(to), { method: 'PUT', headers })
      // A copy may fail after its 200 was sent.
      const text = await response.text()
      if (text.includes('<Error>')) throw new Error(`storage: ${text.slice(0, 300)}`)
    },
    async remove(key) {
      await call(placeOf(key), { method: 'DELETE' }, [404])
    },
    async *list(prefix) {
      for (let token: string | undefined = ''; token !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix })
        if (token !== '') query.set('continuation-token', token)
        const text = await (await call(`?${query}`)).text()
        yield* objectsIn(text)
        token = /<NextContinuationToken>([^<]+)</.exec(text)?.[1]
      }
    },
  }
}

/** Keys of ours hold nothing that XML escapes. */
function* objectsIn(xml: string): Generator<StoredObject> {
  for (const [, contents = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = /<Key>([^<]+)</.exec(contents)?.[1]
    const modified = /<LastModified>([^<]+)</.exec(contents)?.[1]
    if (key && modified) yield { key, modifiedAt: new Date(modified) }
  }
}
