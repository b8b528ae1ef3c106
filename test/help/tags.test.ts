import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
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

const refund = { slug: 'refund', name: 'Refund', color: '#D92d20' }

test('createHelpTag makes a tag, which is grey where no colour is said', async () => {
  const { status, body } = await desk.write('/tags', refund)
  expect({ status, data: body.data }).toEqual({
    status: 201,
    data: { id: expect.any(Number), ...refund },
  })
  const grey = await desk.write('/tags', { slug: 'parts', name: 'Parts' })
  expect(grey.body.data.color).toMatch(/^#[0-9a-f]{6}$/)
})

test.each(['d92d20', '#d92d2', '#d92d200', '#ggggga', 'red', ''])(
  'a colour is #rrggbb: %s is none',
  async (color) => {
    expect(await desk.write('/tags', { ...refund, color })).toMatchObject(
      refusal(422, 'validation_failed', 'color'),
    )
  },
)

test('a slug that is taken is refused, by a new tag and by another name', async () => {
  const taken = refusal(409, 'conflict', 'slug')
  expect(await desk.write('/tags', { ...refund, slug: 'urgent' })).toMatchObject(taken)
  const { body } = await desk.write('/tags', refund)
  expect(await desk.write(`/tags/${body.data.id}`, { slug: 'urgent' })).toMatchObject(taken)
})

test('one of ten who want one slug at once gets it', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.write('/tags', refund)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
  expect((await desk.read('/tags')).body.total_count).toBe(2)
})

test('a change of a tag is audited, and an edit that changes nothing is not', async () => {
  await desk.write('/tags/31', { name: 'Very urgent' })
  await desk.write('/tags/31', { name: 'Very urgent', slug: 'urgent' })
  await desk.write('/tags/31/delete')
  const target = { kind: 'help_tag', id: 31 }
  expect(await desk.audited('help_tag')).toEqual([
    {
      ...{ action: 'help_tag.deleted', target, after: null },
      before: { slug: 'urgent', name: 'Very urgent', color: '#d92d20' },
    },
    {
      ...{ action: 'help_tag.updated', target },
      ...{ before: { name: 'Urgent' }, after: { name: 'Very urgent' } },
    },
  ])
  expect((await desk.read('/tags/31')).status).toBe(404)
  expect((await desk.write('/tags/31', { name: 'Gone' })).status).toBe(404)
})

test('a tag that is deleted leaves lists and tickets at once, and a task takes it off in batches', async () => {
  const { tenantId } = desk.tenant.live
  const { rows } = await platform.query(
    `insert into help_tickets
       (tenant_id, number, subject, source, queue_id, requester_id, created_at, updated_at)
     select tenant_id, 5000 + n, subject, source, queue_id, requester_id, created_at, updated_at
     from help_tickets, unnest(array_fill(1, array[600])) with ordinality u(one, n)
     where tenant_id = $1 and id = 1234 returning id`,
    [tenantId],
  )
  await platform.query(
    `insert into help_ticket_tags (tenant_id, ticket_id, tag_id)
     select $1, unnest($2::bigint[]), 31 returning 1`,
    [tenantId, rows.map(({ id }) => id)],
  )
  await desk.write('/tags/31/delete')
  const at = `/tickets/${rows[0].id}`
  expect((await desk.read(at)).body.data.tags).toEqual([])
  expect((await desk.read('/tickets?tag=urgent')).body.total_count).toBe(0)
  expect((await desk.read('/tags')).body).toMatchObject({ data: [], total_count: 0 })
  expect(await desk.write(at, { tags: ['urgent'] })).toMatchObject(
    refusal(422, 'validation_failed', 'tags[0]', 'not_found'),
  )
  const again = await desk.write('/tags', { slug: 'urgent', name: 'Urgent' })
  expect(again.status).toBe(201)
  expect((await desk.write(at, { tags: ['urgent'] })).body.data.tags).toEqual(['urgent'])
  await workOnTasks(platform, tenantId)
  const left = await platform.query(
    `select (select count(*) from help_ticket_tags where tenant_id = $1) as marked,
       array(select id from help_tags where tenant_id = $1) as tags`,
    [tenantId],
  )
  expect(left.rows).toEqual([{ marked: '1', tags: [String(again.body.data.id)] }])
})
