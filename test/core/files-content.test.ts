import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pino from 'pino'
import { surfaces } from '../../packages/domain/src/index.ts'
import { removeOrphans } from '../../packages/domain/src/platform/index.ts'
import { startWorker } from '../../packages/worker/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { startS3, type FakeS3 } from '../support/fake/s3.ts'
import { openShare, type Share } from '../support/http/share.ts'
import { until } from '../support/until.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256)

let s3: FakeS3
beforeAll(async () => {
  s3 = await startS3('community')
})
afterAll(() => s3.close())

describe.each(['a disk', 'a bucket'])('kept on %s', (where) => {
  let platform: Platform
  let share: Share
  beforeAll(async () => {
    const credentials = { accessKeyId: 'the-key', secretAccessKey: 'the-secret' }
    const bucket = { endpoint: s3.endpoint, bucket: 'community', region: 'us-east-1' }
    const storage = { ...bucket, ...credentials }
    platform = await startPlatform(where === 'a bucket' ? { config: { storage } } : {})
    share = await openShare(platform)
  })
  afterAll(async () => {
    await platform.close()
    expect(s3.faults).toEqual([])
  })

  let id: number
  beforeEach(async () => {
    id = await share.share({ bytes, name: 'rom.bin' })
  })

  const download = async (headers: Record<string, string> = {}) => {
    const answer = await share.get(`/files/${id}/content`, headers)
    return { ...answer, status: answer.status, headers: answer.headers, got: await bodyOf(answer) }
  }
  const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

  test('the whole file, as an attachment that no browser takes for anything else', async () => {
    const { status, headers, got } = await download()
    expect(status).toBe(200)
    expect(got.equals(bytes)).toBe(true)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '100000',
      'content-disposition': 'attachment; filename=rom.bin',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    })
  })

  test.each([
    ['bytes=0-9', 0, 9],
    ['bytes=99990-', 99990, 99999],
    ['bytes=-1', 99999, 99999],
    ['bytes=50000-999999', 50000, 99999],
    ['bytes=0-0', 0, 0],
    ['bytes=-999999', 0, 99999],
  ])('%s', async (range, start, end) => {
    const { status, headers, got } = await download({ range })
    expect(status).toBe(206)
    expect(headers.get('content-range')).toBe(`bytes ${start}-${end}/100000`)
    expect(headers.get('content-length')).toBe(String(end - start + 1))
    expect(got.equals(bytes.subarray(start, end + 1))).toBe(true)
  })

  test.each(['bytes=0-1,5-9', 'bytes=9-1', 'bytes=x', 'lines=1-2', 'bytes'])(
    '%s is ignored',
    async (range) => {
      const { status, got } = await download({ range })
      expect({ status, size: got.length }).toEqual({ status: 200, size: 100_000 })
    },
  )

  test('a range behind the end is 416, with the length', async () => {
    for (const range of ['bytes=100000-', 'bytes=999999-9999999', 'bytes=-0']) {
      const answer = await share.get(`/files/${id}/content`, { range })
      expect(answer.headers.get('content-range')).toBe('bytes */100000')
      const body = await answer.json()
      expect({ status: answer.status, body }).toMatchObject(refusal(416, 'range_not_satisfiable'))
    }
  })

  test('a copy that is current is 304; a range of another one is the whole file', async () => {
    const etag = (await download()).headers.get('etag') as string
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, got, headers } = await download({ 'if-none-match': known })
      expect({ status, size: got.length, etag: headers.get('etag') }).toEqual({
        ...{ status: 304, size: 0, etag },
      })
    }
    expect((await download({ 'if-none-match': '"other"' })).status).toBe(200)
    const range = 'bytes=0-9'
    expect((await download({ range, 'if-range': etag })).status).toBe(206)
    expect((await download({ range, 'if-range': '"other"' })).status).toBe(200)
  })

  test('another version than the one of If-Match is 412, whatever else is asked', async () => {
    const etag = (await download()).headers.get('etag') as string
    const others: Record<string, string>[] = [
      {},
      { range: 'bytes=0-9' },
      { range: 'bytes=100000-' },
      { 'if-none-match': '*' },
    ]
    for (const asked of others) {
      const answer = await share.get(`/files/${id}/content`, { 'if-match': '"other"', ...asked })
      const body = await answer.json()
      expect({ status: answer.status, body }).toMatchObject(refusal(412, 'precondition_failed'))
    }
    for (const known of [etag, `"other", ${etag}`, '*'])
      expect((await download({ 'if-match': known })).status).toBe(200)
  })

  test('downloads are counted, their continuations and mere questions are not', async () => {
    const etag = (await download()).headers.get('etag') as string
    await download({ range: 'bytes=0-9' })
    await download({ range: 'bytes=10-' })
    await download({ 'if-none-match': etag })
    await share.call(`/files/${id}/content`, undefined, 'HEAD')
    const count = async () => (await share.call(`/files/${id}`)).body.data.download_count
    await until(async () => (await count()) >= 2)
    expect(await count()).toBe(2)
  })

  test('an upload that nobody waits for leaves quarantine after a day', async () => {
    const { body } = await share.upload({ bytes: 'Waiting.' })
    const { rows } = await platform.query('select storage_key from files where id = $1', [
      body.data.id,
    ])
    const waiting = rows[0].storage_key as string
    const orphan = waiting.replace(/[^/]+$/, 'orphan')
    await platform.storage.copy(waiting, orphan)
    const later = new Date(platform.clock.now().getTime() + 2 * DAY_MS)
    await removeOrphans(platform.db, platform.storage, surfaces, later)
    await expect(platform.storage.open(orphan)).rejects.toThrow()
    await share.work()
    expect(await share.found()).toContain(body.data.id)
  })

  test('bytes that are lost are an internal error, not half an answer', async () => {
    await platform.storage.remove(
      (await platform.query('select storage_key from files where id = $1', [id])).rows[0]
        .storage_key,
    )
    expect((await download()).status).toBe(500)
  })
})

describe('a worker', () => {
  let platform: Platform
  let scanner: Server
  const verdicts: [status: number, body: string][] = []
  const scanned: { name: unknown; size: number }[] = []
  beforeAll(async () => {
    platform = await startPlatform()
    scanner = createServer((req, res) => {
      let size = 0
      req.on('data', (chunk: Buffer) => (size += chunk.length))
      req.on('end', () => {
        scanned.push({ name: req.headers['x-file-name'], size })
        const [status, body] = verdicts.shift() ?? [200, '{"clean":true}']
        res.writeHead(status).end(body)
      })
    })
    await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await platform.close()
    scanner.close()
  })

  test('asks the scanner until it has a verdict, one process after the other', async () => {
    const share = await openShare(platform)
    const { port } = scanner.address() as AddressInfo
    const options = {
      appUrl: platform.databaseUrl,
      storage: platform.storage,
      scanUrl: `http://127.0.0.1:${port}/scan`,
      appSecret: 'test-secret-of-16',
      log: pino({ level: 'silent' }),
      clock: platform.clock.now,
    }
    verdicts.push([503, 'busy'])
    const first = await startWorker(options)
    const { body } = await share.upload({ bytes, name: 'röm.bin' })
    await until(async () => scanned.length > 0)
    await first.stop()
    platform.clock.advance(5_000)
    const second = await startWorker(options)
    const listed = async () => (await share.call('/files')).body.data
    await until(async () => (await listed()).length === 1)
    expect(scanned.slice(0, 2)).toEqual([
      { name: 'r%C3%B6m.bin', size: bytes.length },
      { name: 'r%C3%B6m.bin', size: bytes.length },
    ])
    verdicts.push([200, '{"clean":false}'])
    const bad = (await share.upload({ bytes: 'bad' })).body.data.id
    await until(async () => scanned.length > 2)
    const status = async () =>
      (await platform.query('select status from files where id = $1', [bad])).rows[0].status
    await until(async () => (await status()) === 'rejected')
    await share.call(`/files/${body.data.id}/delete`, {})
    platform.clock.advance(30 * DAY_MS)
    const open = async () => (await platform.query('select 1 from tasks')).rowCount
    await until(async () => (await open()) === 0)
    await second.stop()
    expect(await share.events()).toHaveLength(1)
    expect(await share.found()).toEqual([])
  })
})
