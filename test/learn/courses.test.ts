import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { document } from '../support/contract/contract.ts'
import { openClassroom, type Classroom } from '../support/http/classroom.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let room: Classroom
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  room = await openClassroom(platform)
})

const drift = () => findDrift(platform, room.tenant.live.tenantId)
const idsOf = (path: string) => room.rows(path).then((rows) => rows.map(({ id }) => id as number))
const statusesOf = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).sort()

test('version 1.3.0 of the contract has 25 operations of Learn', () => {
  const ofLearn = Object.values<Json>(document.paths).flatMap((item) =>
    Object.values<Json>(item).filter(({ tags }) => tags?.[0].startsWith('learn.')),
  )
  expect(ofLearn.filter((each) => each['x-since'] === '1.3.0')).toHaveLength(25)
})

test('a course moves by its life cycle alone, and another version begins after what was published', async () => {
  const { id } = await room.ok('/courses', { slug: 'basics', title: 'Basics', language: 'EN-gb' })
  const move = (how: string) => room.write(`/courses/${id}/${how}`)
  const seen: unknown[] = []
  for (const how of ['unpublish', 'publish', 'publish', 'unpublish', 'archive', 'archive'])
    seen.push([(await move(how)).status, (await room.read(`/courses/${id}`)).body.data.version])
  expect(seen).toEqual([
    [409, { number: 1, status: 'draft' }],
    [200, { number: 1, status: 'published' }],
    [409, { number: 1, status: 'published' }],
    [200, { number: 2, status: 'draft' }],
    [200, { number: 2, status: 'archived' }],
    [409, { number: 2, status: 'archived' }],
  ])
  expect((await room.write(`/courses/${id}`, { title: 'Other' })).status).toBe(409)
  expect((await move('publish')).status).toBe(409)
  expect((await room.ok(`/courses/${id}/unpublish`)).version).toEqual({
    number: 2,
    status: 'draft',
  })
  expect(await room.rows('/courses?status=draft')).toMatchObject([{ id, language: 'en-GB' }])
  expect(await drift()).toEqual([])
})

test('an edit keeps what it leaves out, null clears, and a slug that is taken or a rule without its score is refused', async () => {
  const course = await room.course({ slug: 'one', subtitle: 'First', credit_hours: 2 })
  await room.course({ slug: 'two' })
  const edit = (body: object) => room.write(`/courses/${course.id}`, body)
  const edited = await edit({ subtitle: null, credit_kind: 'CPD' })
  expect(edited.body.data).toMatchObject({
    ...{ slug: 'one', subtitle: null, credit: { hours: 2, kind: 'CPD' } },
  })
  expect(await edit({ slug: 'two' })).toMatchObject(refusal(409, 'conflict', 'slug'))
  expect(await edit({ completion_rule: 'min_score' })).toMatchObject(
    refusal(422, 'validation_failed', 'completion_min_score_pct'),
  )
  const score = { completion_rule: 'min_score', completion_min_score_pct: 80 }
  expect((await edit(score)).body.data).toMatchObject(score)
  expect((await edit({ completion_rule: 'manual' })).body.data.completion_min_score_pct).toBeNull()
  expect(await edit({ credit_expires_after_months: 0 })).toMatchObject(
    refusal(422, 'validation_failed', 'credit_expires_after_months'),
  )
})

test('members edit their own courses alone, and moderators those of others, which is audited', async () => {
  const [author, other] = [await room.member(), await room.member()]
  const course = await room.course({ author_id: author })
  const edit = (actor_id: number, title: string) =>
    room.write(`/courses/${course.id}`, { title, actor_id })
  expect(await edit(other, 'Mine')).toMatchObject(refusal(422, 'validation_failed', 'actor_id'))
  expect((await edit(author, 'His')).status).toBe(200)
  await room.ok(`/courses/${course.id}`, { title: 'Ours' })
  const told = (await room.audited()).filter(({ target }) => target.kind === 'learn_course')
  expect(told).toMatchObject([
    { action: 'learn_course.published' },
    { action: 'learn_course.updated', before: { title: 'His' }, after: { title: 'Ours' } },
  ])
})

test('many enrollments of a member at once make one, and the others are told which', async () => {
  const [course, user_id] = [await room.course(), await room.member()]
  const enroll = () => room.write('/enrollments', { user_id, course_id: course.id })
  const answers = await Promise.all(Array.from({ length: 20 }, enroll))
  expect(statusesOf(answers)).toEqual([201, ...Array.from({ length: 19 }, () => 409)])
  const { id } = answers.find(({ status }) => status === 201)?.body.data as Json
  for (const { status, body } of answers)
    if (status === 409) expect(body.error.existing_id).toBe(id)
  expect(await room.told('enrollment.created')).toMatchObject([{ enrollment_id: id }])

  await room.ok(`/enrollments/${id}/cancel`, { reason: 'Left' })
  expect((await room.write(`/enrollments/${id}/cancel`)).status).toBe(409)
  expect((await enroll()).status).toBe(201)
  await room.ok(`/courses/${course.id}/archive`)
  const late = { user_id: await room.member(), course_id: course.id }
  expect(await room.write('/enrollments', late)).toMatchObject(
    refusal(409, 'conflict', 'course_id'),
  )
  const past = { ...late, expires_at: '2020-01-01T00:00:00Z' }
  expect(await room.write('/enrollments', past)).toMatchObject(
    refusal(422, 'validation_failed', 'expires_at'),
  )
  expect(await drift()).toEqual([])
})

test('an enrollment is completed once, with one certificate and one event of each kind', async () => {
  const course = await room.course({ credit_hours: 1, credit_expires_after_months: 1 })
  const user_id = await room.member()
  const { id } = await room.ok('/enrollments', { user_id, course_id: course.id })
  const complete = () => room.write(`/enrollments/${id}/complete`, { score_pct: 75 })
  const answers = await Promise.all(Array.from({ length: 10 }, complete))
  expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  expect(await room.told('course.completed')).toMatchObject([{ enrollment_id: id, score_pct: 75 }])
  const [told, ...more] = await room.told('certificate.issued')
  const [certificate, ...others] = await room.rows(`/certificates?user_id=${user_id}&status=issued`)
  expect([more, others]).toEqual([[], []])
  expect(told).toMatchObject({ certificate_id: certificate?.id, serial: certificate?.serial })

  const anew = await room.ok(`/certificates/${certificate?.id}/regenerate`)
  expect(anew).toMatchObject({ generation: 2, serial: certificate?.serial })
  const revoke = () =>
    room.write(`/certificates/${certificate?.id}/revoke`, { reason: 'A mistake' })
  expect(statusesOf(await Promise.all([revoke(), revoke()]))).toEqual([200, 409])
  expect((await room.write(`/certificates/${certificate?.id}/regenerate`)).status).toBe(409)
  expect(await drift()).toEqual([])
})

test('a search finds courses by each word, without accents and case, and the best come first', async () => {
  const course = async (title: string, summary: string) =>
    (await room.course({ title, summary })).id as number
  const titled = await course('Löten für Anfänger', 'Mit 100 % Zinn.')
  const exact = await course('LÖTEN', 'Kurz.')
  const within = await course('Ein Gerät', 'Wie man es LÖTET und prüft: löten_2.')
  const later = await course('Richtig löten', 'Für Anfänger.')
  const greek = await course('ΟΔΟΣ', 'Kurz.')
  const found = (q: string) => idsOf(`/courses?q=${encodeURIComponent(q)}`)
  expect(await found(' loten ')).toEqual([exact, titled, later, within])
  expect(await found('löten anfänger')).toEqual([later, titled])
  expect(await found('100 %')).toEqual([titled])
  expect(await found('loten_')).toEqual([within])
  expect(await found('ΟΔΟΣ')).toEqual([greek])
  expect(await found('nirgends')).toEqual([])
  const { text } = await platform.call('/learn/courses?q=anfanger', { host: room.tenant.url })
  expect(text).toContain('Richtig löten')
  expect(text).not.toContain('LÖTEN')
})

test('where a review is required, others than the author publish what was submitted', async () => {
  await room.tenant.setIni('[learn]\nreview = required\n')
  const author_id = await room.member()
  const { id } = await room.ok('/courses', { slug: 'new', title: 'New', author_id })
  const act = (how: string, body: object = {}) => room.write(`/courses/${id}/${how}`, body)
  expect((await act('publish')).status).toBe(409)
  expect((await act('submit', { actor_id: author_id })).status).toBe(200)
  expect(await act('publish', { actor_id: author_id })).toMatchObject(
    refusal(422, 'validation_failed', 'actor_id'),
  )
  const returned = await act('return', { reason: 'No quiz' })
  expect(returned.body.data).toMatchObject({ status: 'draft', return_reason: 'No quiz' })
  expect((await act('return', { reason: 'Again' })).status).toBe(409)
  const { body } = await act('submit', { actor_id: author_id })
  expect(body.data).toMatchObject({ status: 'in_review', return_reason: null })
  expect((await act('publish')).body.data.status).toBe('published')
})

test('categories are nested once, keep their courses, and courses have another system’s id', async () => {
  const category = (body: object) => room.write('/categories', { name: 'Category', ...body })
  const { body } = await category({ slug: 'outer' })
  const outer = body.data.id as number
  const inner = (await category({ slug: 'inner', parent_id: outer })).body.data.id as number
  expect(await category({ slug: 'third', parent_id: inner })).toMatchObject(
    refusal(422, 'validation_failed', 'parent_id'),
  )
  expect(await category({ slug: 'inner' })).toMatchObject(refusal(409, 'conflict', 'slug'))
  const itself = await room.write(`/categories/${outer}`, { parent_id: outer })
  expect(itself).toMatchObject(refusal(422, 'validation_failed', 'parent_id', 'not_allowed'))
  const update = { parent_id: inner }
  expect((await room.write(`/categories/${outer}`, update)).status).toBe(422)
  const course = await room.course({ category_id: inner, external_id: 'LMS-1' })
  expect(await idsOf(`/courses?category_id=${inner}&status=published`)).toEqual([course.id])
  expect(await idsOf('/courses?external_id=LMS-1')).toEqual([course.id])
  const other = await room.course()
  const taken = await room.write(`/courses/${other.id}`, { external_id: 'LMS-1' })
  expect(taken).toMatchObject(refusal(409, 'conflict', 'external_id'))
  for (const id of [outer, inner])
    expect((await room.write(`/categories/${id}/delete`)).status).toBe(409)
  await room.ok(`/courses/${course.id}`, { category_id: null })
  for (const id of [inner, outer]) await room.ok(`/categories/${id}/delete`)
  expect(await drift()).toEqual([])
})
