import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { enrollmentExpiry } from '../../packages/domain/src/learn/enrollments/expiring.ts'
import { doChore } from '../../packages/domain/src/platform/chores.ts'
import { hasLearnCases, learnCase } from '../support/learn-cases.ts'
import { openClassroom, type Classroom } from '../support/http/classroom.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { findDrift } from '../world/recount.ts'

/** The ways of courses to their learners: prerequisites, review and categories. */

let platform: Platform
let room: Classroom
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  room = await openClassroom(platform)
})

const idsOf = (path: string) => room.rows(path).then((rows) => rows.map(({ id }) => id as number))

const cases = hasLearnCases ? describe : describe.skip

cases('cases of the public record', () => {
  test('course-01: courses that require each other are refused, and the circle is named', async () => {
    const edges: Json[] = learnCase('completion/prerequisite-cycles.json').edges
    const ids = new Map<string, number>()
    for (const name of new Set(edges.flatMap(({ course, needs }) => [course, needs])))
      ids.set(name, (await room.course({ slug: name.toLowerCase() })).id)
    for (const { course, needs, status } of edges) {
      const path = `/courses/${ids.get(course)}/prerequisites`
      const { course_ids } = (await room.read(path)).body.data
      const answer = await room.write(path, { course_ids: [...course_ids, ids.get(needs)] })
      expect([course, needs, answer.status]).toEqual([course, needs, status])
      if (status === 422) expect(answer.text).toContain(` → ${course.toLowerCase()}`)
    }
  })

  test('enrol-01: each address has a result in its order, and those that were good are enrolled once', async () => {
    const { rows, counts }: { rows: Json[]; counts: Json } = learnCase(
      'enrol/bulk-rows.json',
    ) as never
    const [course, ids] = [await room.course(), new Map<string, number>()]
    for (const name of ['ana', 'ben', 'dora', 'already', 'came-back', 'suspended']) {
      const id = await room.member()
      const change = 'update users set email = $1 where tenant_id = $2 and id = $3'
      await platform.query(change, [`${name}@example.org`, room.tenant.live.tenantId, id])
      ids.set(name, id)
    }
    const until = "update users set suspended_until = now() + interval '1 day' where id = $1"
    await platform.query(until, [ids.get('suspended')])
    const enroll = (name: string) =>
      room.ok('/enrollments', { user_id: ids.get(name), course_id: course.id })
    await enroll('already')
    await room.ok(`/enrollments/${(await enroll('came-back')).id}/cancel`)
    const body = { emails: rows.map(({ email }) => email) }
    const answer = await room.ok(`/courses/${course.id}/enroll`, body)
    expect(answer.counts).toEqual(counts)
    expect(answer.results.map(({ row, email, result }: Json) => ({ row, email, result }))).toEqual(
      rows.map(({ email, result }, row) => ({ row, email, result })),
    )
    const told = await room.told('enrollment.created')
    expect(told.slice(2).map(({ user }) => user.id)).toEqual(
      ['ana', 'ben', 'dora', 'came-back'].map((name) => ids.get(name)).sort((x, y) => x! - y!),
    )
    const again = await room.ok(`/courses/${course.id}/enroll`, body)
    expect(again.counts).toEqual({ enrolled: 0, unchanged: 6, failed: 5 })
    expect(await findDrift(platform, room.tenant.live.tenantId)).toEqual([])
  })
})

test('two who close a circle of courses at once are one who does, and one who is refused', async () => {
  const [a, b] = [await room.course(), await room.course()]
  const require = (one: Json, other: Json) =>
    room.write(`/courses/${one.id}/prerequisites`, { course_ids: [other.id] })
  const answers = await Promise.all([require(a, b), require(b, a)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  expect(answers.find(({ status }) => status === 422)?.text).toContain('makes a circle')
})

test('a member enrolls after the prerequisites alone, and whoever enrolls others decides', async () => {
  const [first, second] = [await room.course({ slug: 'first' }), await room.course()]
  await room.ok(`/courses/${second.id}/prerequisites`, { course_ids: [first.id] })
  const [own, other] = [await room.member(), await room.member()]
  const enroll = (user_id: number, course: Json, actor?: object) =>
    room.write('/enrollments', { user_id, course_id: course.id, ...actor })
  const refused = await enroll(own, second, { actor_id: own })
  expect(refused).toMatchObject(refusal(409, 'conflict', 'course_id'))
  expect(refused.text).toContain('first')
  expect((await enroll(other, second)).status).toBe(201)
  const { body } = await enroll(own, first, { actor_id: own })
  await room.ok(`/enrollments/${body.data.id}/complete`)
  expect((await enroll(own, second, { actor_id: own })).status).toBe(201)
  const third = await room.course()
  await room.ok(`/courses/${third.id}/prerequisites`, { course_ids: [second.id] })
  await room.ok(`/courses/${second.id}/archive`)
  const changed = await room.write(`/courses/${second.id}/prerequisites`, { course_ids: [] })
  expect(changed).toMatchObject(refusal(409, 'conflict'))
  expect((await enroll(own, third, { actor_id: own })).status).toBe(201)
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

test('enrollments expire at their time, each once, and those that are completed do not', async () => {
  const [{ id: course_id }, expires_at] = [await room.course(), '2999-01-01T00:00:00Z']
  const enroll = async () =>
    (await room.ok('/enrollments', { user_id: await room.member(), course_id, expires_at })).id
  const [late, done] = [await enroll(), await enroll()]
  await room.ok(`/enrollments/${done}/complete`)
  const { tenantId } = room.tenant.live
  const at = (time: string) => doChore(platform.db, tenantId, enrollmentExpiry, new Date(time))
  expect(await at('2998-12-31T23:59:59Z')).toBe(0)
  expect(await at(expires_at)).toBe(1)
  expect(await at(expires_at)).toBe(0)
  const statusOf = async (id: number) => (await room.read(`/enrollments/${id}`)).body.data.status
  expect([await statusOf(late), await statusOf(done)]).toEqual(['expired', 'completed'])
  expect(await findDrift(platform, tenantId)).toEqual([])
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
  expect(await findDrift(platform, room.tenant.live.tenantId)).toEqual([])
})
