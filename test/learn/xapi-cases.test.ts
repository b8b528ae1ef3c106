import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  hasLearnCases,
  learnBytes,
  learnCase,
  learnCases,
  learnFilesAlone,
  learnRows,
} from '../support/learn-cases.ts'
import {
  startPlatform,
  type Called,
  type Json,
  type Platform,
  type TestTenant,
} from '../support/http/platform.ts'

/** Cases of neighbouring record stores: each does what its line in the README beside them says. */

const BASE = '/api/v1/learn/xapi/'
const RECENT = { id: 'http://x.test/v' }

let platform: Platform
let tenant: TestTenant
let key: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  tenant = await platform.addTenant()
  key = await tenant.key()
})

interface Asked {
  readonly method?: string
  readonly query?: Record<string, string>
  readonly headers?: Record<string, string>
  readonly body?: unknown
  readonly version?: string | null
}

function call(
  path: string,
  { query, headers, version = '1.0.3', ...rest }: Asked = {},
): Promise<Called> {
  const search =
    query && Object.keys(query).length > 0 ? `?${String(new URLSearchParams(query))}` : ''
  const versioned: Record<string, string> =
    version === null ? {} : { 'x-experience-api-version': version }
  return platform.call(path.startsWith('/') ? path : BASE + path + search, {
    ...{ key, host: tenant.url, ...rest },
    headers: { ...versioned, ...headers },
  })
}

const cases = hasLearnCases ? describe : describe.skip

/** Values that steps keep for those behind them. */
let more = ''
let storedTimes: string[] = []

async function send(step: Json, version: string): Promise<Called> {
  const [method, path] = (step.do as string).replace(/ \(.*\)$/, '').split(' ') as [string, string]
  if (path === 'more') return call(more)
  const filled = Object.entries<string>(step.query ?? {}).map(([name, value]) => [
    name,
    value.replace(/^\{stored of .*\}$/, () => storedTimes[1] as string),
  ])
  const body = step.raw ?? (step.json === undefined ? undefined : JSON.stringify(step.json))
  const headers = { ...step.headers }
  const credential =
    step.auth_in === 'form' ? `&Authorization=${encodeURIComponent(`Bearer ${key}`)}` : ''
  return call(path, {
    ...{ method, query: Object.fromEntries(filled), headers },
    ...(body !== undefined && { body: body + credential }),
    version: credential === '' ? version : null,
  })
}

const idsOf = (body: Json): string[] =>
  Array.isArray(body) ? body : body.statements.map(({ id }: Json) => id)
const at = (value: Json, path: string): Json =>
  path.split('.').reduce((part, name) => part?.[name], value)

function hold(step: Json, { status, headers, body, text }: Called): void {
  const {
    status: wanted,
    ids,
    count,
    json,
    raw,
    name,
    description,
    ETag: tag,
    ...rest
  } = step.expect
  const isAllowed =
    wanted === '4xx' ? status >= 400 && status < 500 : [wanted].flat().includes(status)
  expect({ step, status, text, isAllowed }).toMatchObject({ isAllowed: true })
  if (ids && Array.isArray(body))
    expect(body).toEqual(ids.map((id: string | null) => id ?? expect.any(String)))
  else if (ids) expect(idsOf(body).toSorted()).toEqual(ids.toSorted())
  if (count !== undefined) expect(body.statements).toHaveLength(count)
  if (json !== undefined) expect(body).toEqual(json)
  if (raw !== undefined) expect(text).toBe(raw)
  if (tag !== undefined) expect(headers.get('etag')).toBe(tag)
  for (const [map, wish] of [
    ['name', name],
    ['description', description],
  ] as const) {
    if (wish === undefined) continue
    const tags = Object.keys(body.object.definition[map])
    expect(tags).toHaveLength(1)
    if (wish !== 'any one') expect(tags).toEqual([wish])
  }
  const { more: wantedMore, new_rows: _, ...paths } = rest
  if (wantedMore === '') expect(body.more).toBe('')
  else if (wantedMore) expect(body.more).toMatch(/^\/api\/v1\/learn\/xapi\/.*agent=/)
  for (const [path, value] of Object.entries(paths)) expect(at(body, path)).toEqual(value)
  more = body?.more ?? more
}

async function countStatements(): Promise<number> {
  const { rows } = await platform.query(
    'select count(*)::int as n from learn_xapi_statements where tenant_id = $1',
    [tenant.live.tenantId],
  )
  return rows[0].n
}

/** Stores the statements of a step one after the other, in milliseconds of their own. */
async function apart(statements: Json[]): Promise<void> {
  for (const each of statements) {
    await call('statements', { body: each })
    const { body } = await call('statements', { query: { statementId: each.id } })
    storedTimes.push(body.stored)
    for (let now = body.stored; now === body.stored; now = new Date().toISOString());
  }
}

cases('a case of neighbouring record stores', () => {
  const files = learnCases('xapi', '.json').map((name) => ({ name, ...learnCase(`xapi/${name}`) }))

  test.each(files.filter(({ steps }) => steps))('$name', async ({ version, steps }) => {
    storedTimes = []
    for (const step of steps) {
      if (step.do.includes('apart')) await apart(step.json)
      else {
        const before = await countStatements()
        hold(step, await send(step, version))
        const { new_rows: added } = step.expect
        if (added !== undefined) expect((await countStatements()) - before).toBe(added)
      }
    }
  })

  const statement = (more: object) => ({
    ...{
      actor: { mbox: 'mailto:ana@example.org' },
      verb: RECENT,
      object: { id: 'http://x.test/a' },
      ...more,
    },
  })

  test.each(files.filter(({ rows }) => rows))('$name, row by row', async ({ rows }) => {
    for (const row of rows) {
      if ('version' in row) {
        const answer = await call('statements', { query: { limit: '1' }, version: row.version })
        const version = answer.headers.get('x-experience-api-version')
        expect([row, answer.status, version]).toEqual([row, row.status, row.answer_version])
        continue
      }
      const sent = row.map
        ? { verb: { ...RECENT, display: row.map } }
        : { timestamp: row.timestamp }
      const { status, body } = await call('statements', { body: statement(sent) })
      expect([row, status]).toEqual([row, row.status])
      if (status !== 200 || row.map) continue
      const kept = await call('statements', { query: { statementId: body[0] } })
      expect(kept.body.timestamp).toBe(row.timestamp)
      expect(new Date(kept.body.timestamp).toISOString()).toBe(row.instant)
    }
  })

  test.each(learnCases('xapi', '.http'))('%s', async (name) => {
    const [head, body] = parted(learnBytes(`xapi/${name}`))
    const type = /^content-type: (.*)$/im.exec(head)?.[1] as string
    const { status } = await call('statements', { body, headers: { 'content-type': type } })
    expect(status).toBe(name.includes('wrong') ? 400 : 200)
    const rows = await platform.query('select 1 from learn_xapi_attachments where tenant_id = $1', [
      tenant.live.tenantId,
    ])
    expect(rows.rows).toHaveLength(status === 200 ? 2 : 0)
    const list = await call('statements', { query: { attachments: 'true' } })
    expect(list.text.includes('first proof')).toBe(status === 200)
  })
})

function parted(raw: Buffer): [head: string, body: Buffer] {
  const cut = raw.indexOf('\r\n\r\n')
  return [raw.toString('latin1', 0, cut), raw.subarray(cut + 4)]
}

/** The file that has the case of each row of the table. */
const ROWS: Record<string, string> = {
  'xapi-01': 'batch-one-bad.json',
  'xapi-02': 'resend-equal.json',
  'xapi-03': 'context-activities-single.json',
  'xapi-04': 'void-before-target.json',
  'xapi-05': 'etag-20.json',
  'xapi-06': 'document-merge.json',
  'xapi-07': 'since-until.json',
  'xapi-08': 'attach-other-order.http',
  'xapi-09': 'more-after-inserts.json',
  'xapi-10': 'extensions-keys.json',
}

test('every row of the table has its case', () => {
  const files = [...learnCases('xapi', '.json'), ...learnCases('xapi', '.http')]
  for (const { id } of learnRows('xapi')) expect(files).toContain(ROWS[id])
})

test('every file of the folder is read by a test', () => {
  const texts = readdirSync('test/learn')
    .map((name) => readFileSync(`test/learn/${name}`, 'utf8'))
    .filter((text) => text.includes("/learn-cases.ts'"))
  const isNamed = (stem: string) =>
    texts.some((text) => new RegExp(`['/]${stem}(?:\\.\\w+)?['\`]`).test(text))
  expect(learnFilesAlone().filter((file) => !isNamed(path.parse(file).name))).toEqual([])
})
