import { expect } from '@jest/globals'
import type { Scan } from '../../../packages/domain/src/kit/index.ts'
import { eventFaults } from '../contract/closed-schemas.ts'
import { workOnFiles } from '../process/file-work.ts'
import { localFetch } from './local-fetch.ts'
import type { Json, Called, Platform, TestTenant } from './platform.ts'

/** An upload; fields that are `undefined` are left out. */
export interface Upload {
  readonly bytes: string | Uint8Array
  readonly name?: string
  readonly type?: string
  readonly fields?: Readonly<Record<string, string | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly key?: string
}

/** The answer to it. */
export interface Uploaded {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

/** Sends it as a browser would. */
export async function sendUpload(origin: string, key: string, sent: Upload): Promise<Uploaded> {
  const form = new FormData()
  const fields = { title: 'A file', area_slug: 'documents', ...sent.fields }
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) form.append(name, value)
  const file = new File([sent.bytes as string], sent.name ?? 'notes.txt', { type: sent.type ?? '' })
  form.append('file', file)
  const headers = { authorization: `Bearer ${sent.key ?? key}`, ...sent.headers }
  const answer = await localFetch(`${origin}/api/v1/files`, { method: 'POST', body: form, headers })
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

/** A tenant of its own, and what a test of files does all the time. */
export interface Share {
  readonly tenant: TestTenant
  readonly key: string
  call(path: string, body?: unknown, method?: string): Promise<Called>
  get(path: string, headers: Record<string, string>): Promise<Response>
  upload(upload: Upload): Promise<Uploaded>
  /** Does what the worker does, with a scanner of the test's own; answers how many tasks there were. */
  work(scan?: Scan): Promise<number>
  /** Uploads and scans; answers the id. */
  share(upload: Upload): Promise<number>
  /** The events of files, oldest first; each is as its webhook promises. */
  events(): Promise<{ type: string; data: object }[]>
  /** The ids in a list; its total says the same number. */
  found(query?: string): Promise<number[]>
}

export async function openShare(platform: Platform): Promise<Share> {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const call: Share['call'] = (path, body, method) =>
    platform.call(`/api/v1${path}`, { key, host: tenant.url, body, method })

  const upload: Share['upload'] = (sent) => sendUpload(tenant.url, key, sent)

  const work: Share['work'] = (scan) => workOnFiles(platform, tenant.live.tenantId, scan)

  return {
    tenant,
    key,
    call,
    upload,
    work,
    get: (path, headers) =>
      localFetch(`${tenant.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${key}`, ...headers },
      }),
    async share(sent) {
      const { status, body } = await upload(sent)
      expect({ status, error: body.error }).toEqual({ status: 202, error: undefined })
      await work()
      return body.data.id
    },
    async events() {
      const { body } = await call('/events?limit=100&type=file.uploaded')
      for (const event of body.data) expect(eventFaults(event)).toEqual([])
      return body.data
        .map(({ type, data }: { type: string; data: object }) => ({ type, data }))
        .reverse()
    },
    async found(query = '') {
      const { body } = await call(`/files?limit=100&${query}`)
      expect(body.total_count).toBe(body.data.length)
      return body.data.map(({ id }: { id: number }) => id)
    },
  }
}
