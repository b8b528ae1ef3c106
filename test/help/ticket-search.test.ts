import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { until } from '../support/until.ts'
import { workOnFiles as workOnTasks } from '../support/process/file-work.ts'

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

interface Hit {
  readonly id: number
  readonly match: { readonly message_id: number | null; readonly excerpt: string }
}

const opened = async (subject: string, body: string, more: object = {}): Promise<number> => {
  const { status, body: answer } = await desk.write('/tickets', { subject, body, ...more })
  expect(status).toBe(201)
  return answer.data.id
}
const encoded = (q: string) =>
  encodeURIComponent(q).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)
const search = async (q: string, more = ''): Promise<Hit[]> => {
  const { status, body } = await desk.read(`/tickets?limit=100&q=${encoded(q)}${more}`)
  expect([status, body.total_count]).toEqual([200, body.data.length])
  return body.data
}
const found = async (q: string, more = '') => (await search(q, more)).map(({ id }) => id)

test('q finds words of subjects and messages in every form, the best first', async () => {
  const inBody = await opened('A question', 'My printers print no invoices any more.')
  const inSubject = await opened('Invoice of May', 'Where is it?')
  const reply = await desk.write(`/tickets/${inBody}/reply`, { body: 'Is the toner empty?' })
  expect(await found('invoice')).toEqual([inSubject, inBody])
  expect(await found('INVOICES')).toEqual([inSubject, inBody])
  expect(await found('printing invoice')).toEqual([inBody])
  expect(await found('"print no invoices"')).toEqual([inBody])
  expect(await found('"invoices print"')).toEqual([])
  expect(await found('invoice -printer')).toEqual([inSubject])
  expect(await found('toner or may')).toEqual([inSubject, inBody])
  expect(await found('-invoice')).toEqual([])
  expect(await found('!!! & | ( :*')).toEqual([])
  const [hit] = await search('toners')
  expect(hit?.match).toEqual({
    message_id: reply.body.data.id,
    excerpt: 'Is the <mark>toner</mark> empty?',
  })
  expect((await search('may'))[0]?.match).toEqual({
    message_id: null,
    excerpt: 'Invoice of <mark>May</mark>',
  })
  expect(await desk.read(`/tickets?q=${'a'.repeat(201)}`)).toMatchObject(
    refusal(400, 'invalid_request', 'q'),
  )
})

test('q goes with every other filter, and a subject is found as it is now', async () => {
  const since = encodeURIComponent(platform.clock.now().toISOString())
  const requester = { email: 'kim@example.com' }
  const more = { priority: 'low', queue_id: 4, tags: ['urgent'], requester }
  const id = await opened('Zebra', 'stripes', more)
  const other = await opened('Zebra', 'stripes')
  await desk.write(`/tickets/${id}`, { assignee_id: 21 })
  for (const filter of [
    ...[
      'priority=low',
      'sla_state=none&tag=urgent',
      'queue_id=4',
      'tag=urgent',
      'assignee_id=21',
      'unassigned=false',
    ],
    'requester_email=KIM%40example.com',
  ])
    expect({ filter, found: await found('zebra', `&${filter}`) }).toEqual({ filter, found: [id] })
  for (const filter of [
    'status=closed',
    'tag=nope',
    'sla_state=breached',
    'status=open&status=closed',
  ])
    expect({ filter, found: await found('zebra', `&${filter}`) }).toEqual({ filter, found: [] })
  expect(await found('zebra', `&updated_since=${since}&status=new&status=open`)).toHaveLength(2)
  expect(await found('zebra', '&unassigned=true')).toEqual([other])
  await desk.write(`/tickets/${id}`, { subject: 'Giraffe' })
  expect(await found('zebra')).toEqual([other])
  expect(await found('giraffes')).toEqual([id])
})

test('pages of a search go by rank and id, and end', async () => {
  const ids: number[] = []
  for (let i = 0; i < 5; i++) ids.unshift(await opened(i % 2 ? 'Yak' : 'Cow', 'yak'))
  const seen: number[] = []
  for (let cursor = ''; ;) {
    const { body } = await desk.read(`/tickets?limit=2&q=yak&cursor=${cursor}`)
    expect(body.total_count).toBe(5)
    seen.push(...body.data.map(({ id }: Hit) => id))
    if (!(cursor = body.next_cursor)) break
  }
  expect(seen).toEqual(await found('yak'))
  expect(new Set(seen)).toEqual(new Set(ids))
  expect(seen.slice(0, 2)).toEqual([ids[1], ids[3]])
})

test('an excerpt is HTML in which nothing but the marks is HTML', async () => {
  const body = `Hello <img src=x onerror="a('b')"> & \u0002ostrich\u0003 </mark><script>alert(1)</script>`
  const id = await opened('Birds', body)
  const [hit] = await search('ostrich')
  expect(hit?.id).toBe(id)
  const { excerpt = '' } = hit?.match ?? {}
  expect(excerpt).toContain('<mark>ostrich</mark>')
  expect(excerpt.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
  expect(excerpt.match(/<mark>/g)).toHaveLength(1)
})

test('the tenant says the language, and words are found as they are written after it has changed', async () => {
  const english = await opened('Reservations', 'of rooms')
  await desk.tenant.setIni('[help]\nlanguage = german\n')
  const german = await opened('Erstattungen', 'seit Wochen')
  expect(await found('Erstattung')).toEqual([german])
  expect(await found('reservations')).toEqual([english])
  await expect(desk.tenant.setIni('[help]\nlanguage = klingon\n')).rejects.toThrow('klingon')
})

test('another language holds for all texts after a task; until then the forms of both are found', async () => {
  const { tenantId } = desk.tenant.live
  const work = () => workOnTasks(platform, tenantId)
  const one = await opened('Erstattungen', 'The printers run.')
  const reply = await desk.write(`/tickets/${one}/reply`, { body: 'Rechnungen fehlen.' })
  expect(reply.status).toBe(201)
  await desk.tenant.setIni('[help]\nlanguage = german\n')
  const late = await opened('Spaet', 'Buchungen.')
  expect(await found('running')).toEqual([one])
  expect(await found('Erstattung')).toEqual([])
  await work()
  await until(async () => (await found('Erstattung')).includes(one))
  expect(await found('Rechnung')).toEqual([one])
  // As a request that has read the settings of before would.
  await platform.query(
    `update help_ticket_words set words = help_words(tenant_id, 'english', 'D', 'Buchungen.')
     where tenant_id = $1 and ticket_id = $2 and message_id > 0`,
    [tenantId, late],
  )
  expect(await found('Buchung')).toEqual([])
  platform.clock.advance(61_000)
  await work()
  expect(await found('Buchung')).toEqual([late])
  expect(await found('running')).toEqual([])
  const { rows } = await platform.query('select 1 from help_reindexings where tenant_id = $1', [
    tenantId,
  ])
  expect(rows).toEqual([])
  await desk.tenant.setIni('')
  await desk.tenant.setIni('[help]\nlanguage = french\n')
  expect(await found('Rechnung')).toEqual([one])
  expect(await found('running')).toEqual([one])
})

test('a search finds nothing of another tenant, and refuses to look there', async () => {
  await opened('Platypus', 'a secret of ours')
  const other = await openHelpDesk(platform)
  expect((await other.read('/tickets?q=platypus')).body.data).toEqual([])
  const client = await platform.db.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.tenant', $1, true)`, [other.tenant.live.tenantId])
    await expect(
      client.query(
        `select * from search_help_tickets($1, 'english', 'platypus', 10, null, null, null, null,
           null, null, null, null, null, null, null)`,
        [desk.tenant.live.tenantId],
      ),
    ).rejects.toThrow('another tenant')
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('more hits than are ranked are the newest, also behind filters that pass many tickets or few', async () => {
  const { tenantId } = desk.tenant.live
  const { rows } = await platform.query(
    `insert into help_tickets
       (tenant_id, number, subject, source, queue_id, requester_id, priority, created_at, updated_at)
     select tenant_id, 5000 + n, 'Walrus', source, queue_id, requester_id,
       case when n <= 5 then 'low' else 'high' end, created_at, updated_at
     from help_tickets, unnest(array_fill(1, array[1100])) with ordinality u(one, n)
     where tenant_id = $1 and id = 1234 returning id`,
    [tenantId],
  )
  const ids = rows.map(({ id }) => Number(id))
  await platform.query(
    `insert into help_ticket_words
     select tenant_id, id, 0, help_words(tenant_id, 'english', 'A', subject)
     from help_tickets where tenant_id = $1 and subject = 'Walrus' returning 1`,
    [tenantId],
  )
  const { body } = await desk.read('/tickets?q=walrus&limit=3')
  expect(body.total_count).toBe(1000)
  expect(body.data.map(({ id }: Hit) => id)).toEqual(ids.slice(-3).reverse())
  expect(await found('walrus', '&priority=low')).toEqual(ids.slice(0, 5).reverse())
  // Many tickets pass the filter: with many hits, with a few, and with none.
  const high = (await desk.read('/tickets?q=walrus&priority=high&limit=3')).body
  expect(high.total_count).toBe(1000)
  expect(high.data.map(({ id }: Hit) => id)).toEqual(ids.slice(-3).reverse())
  const low = await opened('Narwhal', 'a horn', { priority: 'low' })
  const other = await opened('Narwhal', 'a horn', { priority: 'high' })
  expect(await found('narwhal', '&priority=high')).toEqual([other])
  expect(await found('narwhal', '&priority=high&status=new&unassigned=true')).toEqual([other])
  expect(await found('narwhal', '&priority=low')).toEqual([low])
  expect(await found('narwhal', '&status=new&rating=good')).toEqual([])
  expect(await found('narwhal', '&snoozed=true')).toEqual([])
  expect(await found('narwhal', '&snoozed=false')).toEqual([other, low])
})
