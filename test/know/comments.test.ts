import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { anchoring } from '../../packages/domain/src/know/index.ts'
import { findPassage } from '../../packages/domain/src/know/comments/anchors.rules.ts'
import { knowPurge } from '../../packages/domain/src/know/trash/purging.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { refusal } from '../support/http/refusal.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let wiki: Wiki
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  wiki = await openWiki(platform)
})

const tenantId = () => wiki.tenant.live.tenantId
const comment = (slug: string, body: object) => wiki.ok(`/pages/${slug}/comments`, body)
const read = async (id: number) => (await wiki.read(`/comments/${id}`)).body.data as Json
const anchor = async (id: number) => (await read(id)).anchor as Json
const edited = async (slug: string, content_markdown: string) => {
  const { id } = await wiki.ok(`/pages/${slug}`, { content_markdown })
  await anchoring.run({ db: platform.db, clock: platform.clock.now } as never, tenantId(), id)
}
const member = async (name: string) => ({ id: await wiki.member(name) })
const counts = async (slug: string) => {
  const { comment_count, open_comment_count } = (await wiki.read(`/pages/${slug}`)).body.data
  return [comment_count, open_comment_count]
}

describe('a comment on a passage', () => {
  test('follows its passage through edits, is orphaned without it, and finds it again', async () => {
    await wiki.page('ports', 'Plug it into the left port.\r\nThen switch it on.')
    const { id, anchor: first } = await comment('ports', {
      ...{ body: 'Which?', anchor: { exact: 'left port.\nThen' } },
    })
    expect(first).toMatchObject({ status: 'anchored', prefix: 'Plug it into the ' })
    await edited('ports', '# Ports\n\nPlug it into the left port.\nThen switch it on, and wait.')
    const moved = await anchor(id)
    expect(moved).toMatchObject({ status: 'anchored', exact: 'left port.\nThen' })
    expect(moved.revision_id).toBeGreaterThan(first.revision_id)
    await edited('ports', '# Ports\n\nPlug it into the right port.\nThen switch it on, and wait.')
    expect(await anchor(id)).toMatchObject({ status: 'anchored', exact: 'right port.\nThen' })
    await edited('ports', 'There are no ports.')
    expect(await anchor(id)).toMatchObject({ status: 'orphaned', exact: 'right port.\nThen' })
    await edited('ports', 'Plug it into the right port.\nThen stop.')
    expect(await anchor(id)).toMatchObject({ status: 'anchored' })
  })

  test('is about the place whose surroundings were quoted, of several', async () => {
    await wiki.page('twice', 'One cable here. Another cable there. A cable.')
    const said = { exact: 'cable', prefix: 'Another ' }
    const { anchor: found } = await comment('twice', { body: 'This?', anchor: said })
    expect(found).toMatchObject({ prefix: 'One cable here. Another ', suffix: ' there. A cable.' })
  })

  test('quotes a revision of its page, and a quote that is in none is refused', async () => {
    const { current_revision_id: old } = await wiki.page('quoted', 'Once there was a port.')
    await wiki.page('other', 'Text.')
    const other = (await wiki.read('/pages/other')).body.data.current_revision_id
    await wiki.ok('/pages/quoted', { content_markdown: 'There was a port.' })
    const of = (exact: string, revision_id?: number) =>
      wiki.write('/pages/quoted/comments', { body: 'x', anchor: { exact, revision_id } })
    const { status, body } = await of('Once', old)
    expect([status, body.data.anchor.revision_id]).toEqual([201, old])
    expect(await of('Once')).toMatchObject(
      refusal(422, 'validation_failed', 'anchor.exact', 'not_found'),
    )
    expect(await of('Text', other)).toMatchObject(
      refusal(422, 'validation_failed', 'anchor.revision_id', 'not_found'),
    )
  })
})

test.each([
  ['a repeated letter is searched in bounded time', 'a'.repeat(400_000), 'a'.repeat(900), true],
  ['surroundings that repeat as well', 'ab'.repeat(200_000), 'abba', false],
])('%s', (_, text, exact, isFound) => {
  const quote = { exact, prefix: 'a'.repeat(64), suffix: 'ab'.repeat(32) }
  const begin = performance.now()
  expect(findPassage(text, quote, 200_000) !== undefined).toBe(isFound)
  expect(performance.now() - begin).toBeLessThan(2_000)
})

test('replies stand below their comment, oldest first, and have none themselves', async () => {
  await wiki.page('talk')
  const { id } = await comment('talk', { body: 'First' })
  const ids: number[] = []
  for (const body of ['a', 'b'])
    ids.push((await comment('talk', { body, parent_id: id })).id as number)
  const { body } = await wiki.read(`/comments/${id}/replies`)
  expect(body.data.map((each: Json) => each.id)).toEqual(ids)
  expect(body.data[0]).toMatchObject({ status: null, anchor: null, parent_id: id })
  expect((await read(id)).reply_count).toBe(2)
  expect(await counts('talk')).toEqual([3, 1])
  const say = (more: object) => wiki.write('/pages/talk/comments', { body: 'c', ...more })
  expect(await say({ parent_id: ids[0] })).toMatchObject(
    refusal(422, 'validation_failed', 'parent_id', 'not_allowed'),
  )
  expect(await say({ parent_id: 999_999 })).toMatchObject(
    refusal(422, 'validation_failed', 'parent_id', 'not_found'),
  )
  const anchored = await say({ parent_id: id, anchor: { exact: 'Text' } })
  expect(anchored).toMatchObject(refusal(422, 'validation_failed', 'anchor', 'not_allowed'))
  expect((await wiki.write(`/comments/${ids[0]}/resolve`)).status).toBe(409)
})

test('a comment is resolved and reopened, and lists and counts follow', async () => {
  await wiki.page('done')
  const { id } = await comment('done', { body: 'Once' })
  const listed = async (status: string) =>
    (await wiki.read(`/pages/done/comments?status=${status}`)).body.total_count
  const { resolved_by } = await wiki.ok(`/comments/${id}/resolve`)
  expect(resolved_by).toHaveProperty('id')
  await wiki.ok(`/comments/${id}/resolve`)
  expect([await listed('open'), await listed('resolved')]).toEqual([0, 1])
  expect(await counts('done')).toEqual([1, 0])
  expect(await wiki.ok(`/comments/${id}/reopen`)).toMatchObject({ resolved_at: null })
  expect([await listed('open'), await listed('resolved')]).toEqual([1, 0])
  expect(await counts('done')).toEqual([1, 1])
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('members edit and delete their own; a moderator deletes those of others, which the audit log says', async () => {
  await wiki.page('rules')
  const [ann, bob] = [await member('ann'), await member('bob')]
  const { id } = await comment('rules', { body: 'Mine', author_id: ann.id })
  await comment('rules', { body: 'Reply', author_id: bob.id, parent_id: id })
  const by = (path: string, actor_id: number, more: object = {}) =>
    wiki.write(`/comments/${id}${path}`, { actor_id, ...more })
  const refused = refusal(422, 'validation_failed', 'actor_id', 'not_allowed')
  expect(await by('', bob.id, { body: 'Not mine' })).toMatchObject(refused)
  expect(await by('/delete', bob.id)).toMatchObject(refused)
  expect((await by('', ann.id, { body: 'Mine!' })).body.data).toMatchObject({
    ...{ body: 'Mine!', edited_at: expect.any(String) },
  })
  expect((await wiki.write(`/comments/${id}/delete`)).status).toBe(200)
  expect((await wiki.read(`/comments/${id}`)).status).toBe(404)
  expect(await counts('rules')).toEqual([0, 0])
  const { rows } = await platform.query(
    `select action, before from audit_log where tenant_id = $1 and target_kind = 'know_comment'`,
    [tenantId()],
  )
  expect(rows).toMatchObject([{ action: 'know_comment.deleted', before: { body: 'Mine!' } }])
})

test('a shadow-banned member is heard by nobody', async () => {
  await wiki.page('quiet')
  const { id: author_id } = await member('ghost')
  await platform.query('update users set shadow_banned_at = now() where id = $1', [author_id])
  const { id } = await comment('quiet', { body: 'Hello?', author_id })
  expect((await wiki.read('/pages/quiet/comments')).body).toMatchObject({ total_count: 0 })
  expect(await counts('quiet')).toEqual([0, 0])
  await wiki.ok(`/comments/${id}/delete`, { actor_id: author_id })
  expect(await counts('quiet')).toEqual([0, 0])
})

test('a shadow-banned moderator decides nothing about comments of others, and an edit hides their own', async () => {
  await wiki.page('loud')
  const { id: author_id } = await member('crowd')
  const { id } = await comment('loud', { body: 'Theirs.', author_id })
  const { id: ghost } = await member('spectre')
  await platform.query('update users set role = 3 where id = $1', [ghost])
  const own = await comment('loud', { body: 'Before.', author_id: ghost })
  await comment('loud', { body: 'Before, too.', author_id: ghost, parent_id: id })
  await platform.query('update users set shadow_banned_at = now() where id = $1', [ghost])
  const by = { actor_id: ghost }
  expect(await wiki.ok(`/comments/${id}/resolve`, by)).toMatchObject({
    ...{ status: 'resolved', resolved_by: { id: ghost } },
  })
  await wiki.ok(`/comments/${id}/delete`, by)
  expect((await wiki.read(`/comments/${id}`)).body.data).toMatchObject({ status: 'open' })
  await wiki.ok(`/comments/${id}/resolve`)
  expect(await wiki.ok(`/comments/${id}/reopen`, by)).toMatchObject({ status: 'open' })
  expect((await wiki.read(`/comments/${id}`)).body.data).toMatchObject({ status: 'resolved' })
  expect(await counts('loud')).toEqual([3, 1])
  // The replies of others go with it, and those that come later.
  const reply = await comment('loud', { body: 'Reply.', author_id, parent_id: own.id })
  expect(await counts('loud')).toEqual([4, 1])
  for (const body of ['After.', 'And again.']) await wiki.ok(`/comments/${own.id}`, { body, ...by })
  expect(await counts('loud')).toEqual([2, 0])
  await comment('loud', { body: 'Late.', author_id, parent_id: own.id })
  await wiki.ok(`/comments/${reply.id}/delete`, { actor_id: author_id })
  expect(await counts('loud')).toEqual([2, 0])
  await wiki.ok(`/comments/${own.id}/delete`, by)
  expect(await counts('loud')).toEqual([2, 0])
  expect((await wiki.read('/pages/loud/comments')).body).toMatchObject({ total_count: 1 })
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('comments go with their page: hidden in the trash, and purged with it', async () => {
  await wiki.page('old')
  const { id } = await comment('old', { body: 'Keep?' })
  await comment('old', { body: 'No.', parent_id: id })
  const { id: pageId } = await wiki.ok('/pages/old/delete')
  expect((await wiki.read(`/comments/${id}`)).status).toBe(404)
  expect((await wiki.write(`/comments/${id}/resolve`)).status).toBe(404)
  await wiki.ok(`/trash/${pageId}/restore`)
  expect(await counts('old')).toEqual([2, 1])
  await wiki.ok('/pages/old/delete')
  const later = new Date(platform.clock.now().getTime() + 31 * 86_400_000)
  await doChore(platform.db, tenantId(), knowPurge, later)
  const { rows } = await platform.query(
    'select count(*)::int as n from know_comments where tenant_id = $1',
    [tenantId()],
  )
  expect(rows).toEqual([{ n: 0 }])
  expect(await findDrift(platform, tenantId())).toEqual([])
})
