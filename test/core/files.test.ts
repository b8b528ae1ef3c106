import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { refusal } from '../support/http/refusal.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { openShare, type Share } from '../support/http/share.ts'
import { until } from '../support/until.ts'

const LIMIT = 100_000
const DAY_MS = 24 * 60 * 60 * 1000

let incoming: string
let platform: Platform
let share: Share
beforeAll(async () => {
  incoming = await mkdtemp(path.join(tmpdir(), 'mobieus-incoming-'))
  platform = await startPlatform({ config: { uploads: { folder: incoming, limitBytes: LIMIT } } })
})
afterAll(async () => {
  await platform.close()
  await rm(incoming, { recursive: true })
})
beforeEach(async () => {
  share = await openShare(platform)
})

const notes = 'Twelve capacitors, sorted by value.\n'
/** Every file on this machine's disk, of uploads that are still arriving or were forgotten too. */
async function onDisk(): Promise<string[]> {
  const folder = path.join(platform.dataFolder, 'files')
  const below = async (place: string) =>
    (await readdir(place, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
  const mine = new RegExp(`^(?:files|quarantine)/${share.tenant.live.tenantId}/`)
  return [...(await below(incoming)), ...(await below(folder)).filter((each) => mine.test(each))]
}

describe('an upload', () => {
  test('is quarantined and unseen, then scanned, listed, counted and told', async () => {
    const fields = { title: 'Kit list', description: 'From 1978.', uploader_id: undefined }
    const sent = await share.upload({ bytes: notes, name: 'kit.txt', type: 'text/plain', fields })
    expect(sent.status).toBe(202)
    const { id, created_at } = sent.body.data
    const uploader = { id: share.tenant.live.adminId, username: 'founder' }
    const facts = {
      id,
      title: 'Kit list',
      description: 'From 1978.',
      original_name: 'kit.txt',
      mime_type: 'text/plain',
      size_bytes: notes.length,
      area: { slug: 'documents', name: 'Documents' },
      uploader,
      created_at,
    }
    expect(sent.body.data).toEqual({ ...facts, status: 'quarantined' })
    expect(await share.found()).toEqual([])
    for (const unseen of [`/files/${id}`, `/files/${id}/content`])
      expect((await share.call(unseen)).status).toBe(404)
    expect((await share.call(`/files/${id}/delete`, {})).status).toBe(404)
    expect(await share.events()).toEqual([])

    expect(await share.work()).toBe(1)
    expect((await share.call(`/files/${id}`)).body.data).toEqual({ ...facts, download_count: 0 })
    expect(await share.found()).toEqual([id])
    expect(await share.found('area_slug=documents')).toEqual([id])
    expect(await share.found(`area_slug=documents&uploader_id=${uploader.id}`)).toEqual([id])
    expect(await share.found('area_slug=images')).toEqual([])
    expect(await share.events()).toEqual([
      {
        type: 'file.uploaded',
        data: {
          ...{ file_id: id, area_slug: 'documents', title: 'Kit list', uploader },
          ...{ size_bytes: notes.length, mime: 'text/plain' },
        },
      },
    ])
    expect(await onDisk()).toEqual([expect.stringMatching(/^files\//)])
    expect(await share.work()).toBe(0)
  })

  test('that is infected is rejected: never seen, its bytes gone, its row kept', async () => {
    const { body } = await share.upload({ bytes: 'EICAR' })
    const seen: string[] = []
    await share.work(async (bytes, { name }) => {
      for await (const chunk of bytes) seen.push(`${name}: ${chunk}`)
      return false
    })
    expect(seen).toEqual(['notes.txt: EICAR'])
    expect((await share.call(`/files/${body.data.id}`)).status).toBe(404)
    expect(await share.found()).toEqual([])
    expect(await share.events()).toEqual([])
    expect(await onDisk()).toEqual([])
    const { rows } = await platform.query('select status, sha256 from files where id = $1', [
      body.data.id,
    ])
    expect(rows).toEqual([{ status: 'rejected', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  })

  test('is not lost when its scan is interrupted, wherever that is, and told once', async () => {
    const { body } = await share.upload({ bytes: notes })
    const { id } = body.data
    const again = () => platform.query('update tasks set due_at = created_at')
    const dies = async () => Promise.reject(new Error('the scanner is away'))
    await expect(share.work(dies)).rejects.toThrow('away')
    expect(await share.found()).toEqual([])
    await again()
    // As if the process ended after the bytes were copied, and before it was written down.
    const { rows } = await platform.query('select storage_key from files where id = $1', [id])
    const [key] = rows.map(({ storage_key }: { storage_key: string }) => storage_key)
    await platform.storage.copy(key as string, (key as string).replace('quarantine', 'files'))
    await share.work()
    expect(await share.found()).toEqual([id])
    // As if it ended before the task was crossed off.
    await platform.query(
      `insert into tasks (tenant_id, subject_id, kind, created_at, due_at)
       values ($1, $2, 'scan-file', $3, $3)`,
      [share.tenant.live.tenantId, id, platform.clock.now()],
    )
    expect(await share.work()).toBe(1)
    expect(await share.events()).toHaveLength(1)
    expect((await share.get(`/files/${id}/content`, {})).status).toBe(200)
  })

  test('that was copied as clean before the process ended, and is then found infected, is gone', async () => {
    const { body } = await share.upload({ bytes: 'EICAR' })
    const { rows } = await platform.query('select storage_key from files where id = $1', [
      body.data.id,
    ])
    const key = rows[0].storage_key as string
    await platform.storage.copy(key, key.replace('quarantine', 'files'))
    await share.work(async () => false)
    expect((await share.call(`/files/${body.data.id}`)).status).toBe(404)
    expect(await onDisk()).toEqual([])
  })

  test('of exactly as many bytes as a file may have is taken', async () => {
    const { status, body } = await share.upload({ bytes: new Uint8Array(LIMIT).fill(65) })
    expect(status).toBe(202)
    expect(body.data.size_bytes).toBe(LIMIT)
  })

  test('of twenty at once each is listed', async () => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, i) => share.upload({ bytes: `File ${i}`, name: `${i}.txt` })),
    )
    await share.work()
    const ids = sent.map(({ body }) => body.data.id)
    expect((await share.found()).sort()).toEqual(ids.sort())
  })
})

describe('refused', () => {
  /** A refused upload leaves neither bytes nor rows. */
  afterEach(async () => {
    await until(async () => (await onDisk()).length === 0)
    expect(await share.work()).toBe(0)
  })

  test('an upload that is too large, while it arrives', async () => {
    const answer = await share.upload({ bytes: new Uint8Array(LIMIT + 1).fill(65) })
    expect(answer).toMatchObject(refusal(413, 'payload_too_large'))
    // By its declared length, before it arrives.
    const declared = await share.upload({ bytes: new Uint8Array(2_000_000) })
    expect(declared).toMatchObject(refusal(413, 'payload_too_large'))
    expect((await share.upload({ bytes: '' })).body.error.details).toMatchObject([
      { field: 'file', code: 'empty' },
    ])
  })

  test('an upload that lacks a field, or says it wrong, with every fault', async () => {
    const fields = { title: undefined, area_slug: 'Not A Slug', uploader_id: 'x', extra: '1' }
    const { status, body } = await share.upload({ bytes: notes, fields })
    expect(status).toBe(422)
    const named = body.error.details.map(({ field }: { field: string }) => field).sort()
    expect(named).toEqual(['area_slug', 'extra', 'title', 'uploader_id'])
    const text = await share.call('/files', undefined)
    expect(text.status).toBe(200)
  })

  test('a body that is no form, is cut off, or has text for a file', async () => {
    const post = (body: string, type: string) =>
      platform.call('/api/v1/files', {
        key: share.key,
        host: share.tenant.url,
        body,
        headers: { 'content-type': type },
      })
    const type = 'multipart/form-data; boundary=b'
    const part = (name: string, text: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
    expect(await post('x', 'multipart/form-data')).toMatchObject(refusal(400, 'invalid_request'))
    expect(await post(part('title', 'a'), type)).toMatchObject(refusal(400, 'invalid_request'))
    const whole = `${part('title', 'a')}${part('area_slug', 'documents')}${part('file', 'a')}--b--\r\n`
    expect(await post(whole, type)).toMatchObject(refusal(422, 'validation_failed', 'file', 'type'))
  })

  test('an area or a member that does not exist', async () => {
    const area = await share.upload({ bytes: notes, fields: { area_slug: 'nowhere' } })
    expect(area).toMatchObject(refusal(422, 'validation_failed', 'area_slug', 'not_found'))
    const member = await share.upload({ bytes: notes, fields: { uploader_id: '999999' } })
    expect(member).toMatchObject(refusal(422, 'validation_failed', 'uploader_id', 'not_found'))
  })
})

describe('an Idempotency-Key', () => {
  test('holds for the same fields and the same bytes', async () => {
    const headers = { 'idempotency-key': 'upload-1' }
    const first = await share.upload({ bytes: notes, headers })
    const again = await share.upload({ bytes: notes, headers })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    for (const other of [
      { bytes: 'Other bytes.' },
      { bytes: notes, name: 'other.txt' },
      { bytes: notes, fields: { title: 'Other' } },
    ])
      expect(await share.upload({ ...other, headers })).toMatchObject(
        refusal(422, 'idempotency_key_reused'),
      )
    expect(await share.work()).toBe(1)
    await until(async () => (await onDisk()).length === 1)
  })
})

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['...', 'file'],
    ['a\u202egnp.txt', 'agnp.txt'],
    ['Grüße aus Köln.txt', 'Grüße aus Köln.txt'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(146)}.txt`],
  ])('%j becomes %j', async (name, safe) => {
    const { body } = await share.upload({ bytes: notes, name })
    expect(body.data.original_name).toBe(safe)
    expect(await onDisk()).toEqual([expect.stringMatching(/^quarantine\/\d+\/[0-9a-f-]{36}$/)])
  })

  test('are told as RFC 6266 has it', async () => {
    const id = await share.share({ bytes: notes, name: 'Köln 1.txt' })
    const { headers } = await share.get(`/files/${id}/content`, {})
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="K?ln 1.txt"; filename*=UTF-8''K%C3%B6ln%201.txt`,
    )
  })
})

describe('deleting', () => {
  test('by the uploader takes the file off every list, and its bytes away after 30 days', async () => {
    const id = await share.share({ bytes: notes })
    const deleted = () => share.call(`/files/${id}/delete`, { reason: 'Old' })
    for (let i = 0; i < 2; i++)
      expect(await deleted()).toMatchObject({ status: 200, body: { data: { id, deleted: true } } })
    expect(await share.found()).toEqual([])
    expect((await share.call(`/files/${id}`)).status).toBe(404)
    expect((await share.get(`/files/${id}/content`, {})).status).toBe(404)
    expect(await share.work()).toBe(0)
    expect(await onDisk()).toHaveLength(1)
    platform.clock.advance(30 * DAY_MS)
    expect(await share.work()).toBe(1)
    expect(await onDisk()).toEqual([])
  })

  test('by somebody else is refused', async () => {
    const id = await share.share({ bytes: notes })
    const { body } = await share.call('/users', { username: 'stranger', email: 's@example.com' })
    const actor_id = body.data.id
    expect(await share.call(`/files/${id}/delete`, { actor_id })).toMatchObject(
      refusal(422, 'validation_failed', 'actor_id', 'not_allowed'),
    )
    expect(await share.found()).toEqual([id])
  })
})
