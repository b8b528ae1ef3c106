import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openCourseRoom, type CourseRoom } from '../support/http/course-room.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { teach, type Player } from '../support/http/player-room.ts'
import { hasLearnCases, learnBytes, learnCase } from '../support/learn-cases.ts'
import { zipped } from '../support/zipped.ts'

let platform: Platform
let room: CourseRoom
beforeAll(async () => {
  platform = await startPlatform()
  room = await openCourseRoom(platform)
})
afterAll(() => platform.close())

const CONTEXT = 'https://w3id.org/xapi/cmi5/context'
const ADL = 'http://adlnet.gov/expapi/verbs'
const structure = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://example.com/rope"><title><langstring lang="en">Rope</langstring></title></course>
<block id="https://example.com/knots"><title><langstring lang="en">Knots</langstring></title>
<au id="https://example.com/reef" moveOn="CompletedAndPassed" masteryScore="0.8">
<title><langstring lang="en">Reef</langstring></title><url>reef.html?l=1</url>
<launchParameters>fast</launchParameters></au></block>
<au id="https://example.com/read"><title><langstring lang="en">Read</langstring></title><url>read.html</url></au>
</courseStructure>`
const rope = () =>
  zipped([
    { name: 'cmi5.xml', bytes: structure },
    ...['reef.html', 'read.html'].map((name) => ({ name, bytes: '<title>Rope</title>' })),
  ])

/** A unit that is open, as its own script sees it. */
async function opened(player: Player, item: string) {
  const { status, body } = await player.post('open', { item })
  if (status !== 200) throw new Error(JSON.stringify(body))
  const { session, registration, activity_id: activityId, actor } = body.unit
  const fetched = async (method = 'POST') =>
    localFetch(`${player.address}fetch/${session}`, { method })
  let token = ''
  const ask = async (path: string, init: { method?: string; body?: object } = {}) => {
    const headers = {
      authorization: `Basic ${token}`,
      'content-type': 'application/json',
      'x-experience-api-version': '1.0.3',
    }
    const answer = await localFetch(`${player.address}xapi/${path}`, {
      ...{ method: init.method ?? 'GET', headers },
      body: init.body && JSON.stringify(init.body),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as Json) }
  }
  const state = (stateId: string) =>
    `activities/state?${String(new URLSearchParams({ stateId, activityId, registration, agent: JSON.stringify(actor) }))}`
  const statement = (verb: string, result?: object, more: object = {}): object => {
    const isOurs = verb !== 'experienced'
    const moves = ['passed', 'failed', 'completed'].includes(verb)
    const category = [
      ...(isOurs ? [{ id: `${CONTEXT}/categories/cmi5` }] : []),
      ...(moves ? [{ id: `${CONTEXT}/categories/moveon` }] : []),
    ]
    return {
      ...{ id: randomUUID(), actor, verb: { id: `${ADL}/${verb}`, display: { en: verb } } },
      object: { id: activityId, objectType: 'Activity' },
      ...(result && { result }),
      context: {
        registration,
        contextActivities: { category },
        extensions: { [`${CONTEXT}/extensions/sessionid`]: session },
      },
      timestamp: platform.clock.now().toISOString(),
      ...more,
    }
  }
  const send = (body: object) => ask('statements', { method: 'POST', body })
  return {
    ...{ fetched, ask, state, statement, send, session, registration, states: body.states },
    say: async (verb: string, result?: object, more?: object) =>
      (await send(statement(verb, result, more))).status,
    async begin() {
      token = (await (await fetched()).json())['auth-token']
      return this
    },
  }
}

test('a unit takes its token once, reads its launch, and completes its course by statements that it may send', async () => {
  const course = await teach(platform, room, rope())
  const player = await course.launch()
  const reef = await (await opened(player, 'https://example.com/reef')).begin()
  expect(await (await reef.fetched()).json()).toMatchObject({ 'error-code': '1' })
  const { body: data } = await reef.ask(reef.state('LMS.LaunchData'))
  expect(data).toMatchObject({
    ...{ launchMode: 'Normal', moveOn: 'CompletedAndPassed', masteryScore: 0.8 },
    ...{ launchParameters: 'fast', returnURL: `${player.address}done` },
    contextTemplate: {
      extensions: { [`${CONTEXT}/extensions/sessionid`]: reef.session },
      contextActivities: { grouping: [{ id: 'https://example.com/reef' }] },
    },
  })
  const put = (stateId: string) =>
    reef.ask(reef.state(stateId), { method: 'PUT', body: { page: 7 } })
  expect([(await put('LMS.LaunchData')).status, (await put('mine')).status]).toEqual([403, 204])
  const elsewhere = reef.state('mine').replace(/(registration=)[^&]*/, '$1x')
  expect((await reef.ask(elsewhere)).status).toBe(403)

  expect(await reef.say('completed', { completion: true })).toBe(403)
  const commit = {
    item: 'https://example.com/reef',
    opening: 1,
    sequence: 1,
    values: {},
    ends: true,
  }
  expect((await player.post('commit', commit)).status).toBe(404)
  const begun = reef.statement('initialized')
  expect([(await reef.send(begun)).status, (await reef.send(begun)).status]).toEqual([200, 200])
  const other = { actor: { account: { homePage: room.tenant.url, name: 'somebody' } } }
  const said = [
    await reef.say('initialized'),
    await reef.say('experienced', undefined, other),
    await reef.say('satisfied'),
    await reef.say('passed', { success: true, score: { scaled: 0.5 } }),
    await reef.say('terminated'),
    await reef.say('experienced'),
    await reef.say('completed', { completion: true }),
  ]
  expect(said).toEqual([403, 403, 403, 403, 403, 200, 200])
  expect((await course.enrollment()).status).toBe('active')

  platform.clock.advance(60_000)
  expect(await reef.say('experienced')).toBe(200)
  // The session is left without its end; the next one goes on with what the registration has.
  const again = await (await opened(await course.launch(), 'https://example.com/reef')).begin()
  expect([again.registration, again.session === reef.session]).toEqual([reef.registration, false])
  expect(await reef.say('experienced')).toBe(403)
  expect((await again.ask(again.state('mine'))).body).toEqual({ page: 7 })
  const last = [
    await again.say('initialized'),
    await again.say('completed', { completion: true }),
    await again.say('passed', { success: true, score: { scaled: 0.9 } }),
    await again.say('terminated', { duration: 'PT5M' }),
    await again.say('experienced'),
  ]
  expect(last).toEqual([200, 403, 200, 200, 403])
  expect(await course.enrollment()).toMatchObject({ status: 'completed', score_pct: 90 })
  expect(await course.row('learn_progress')).toMatchObject({ state: 'passed', seconds: 300 })

  const { body } = await platform.call(
    `/api/v1/learn/xapi/statements?ascending=true&registration=${reef.registration}`,
    {
      ...{ key: await room.tenant.key(), host: room.tenant.url },
      headers: { 'x-experience-api-version': '1.0.3' },
    },
  )
  const abandoned = body.statements.find(({ verb }: Json) => verb.display.en === 'abandoned')
  const [, seconds] = /^PT([\d.]+)S$/.exec(abandoned.result.duration) ?? []
  expect(Number(seconds)).toBeGreaterThanOrEqual(60)
  expect(body.statements.map(({ verb }: Json) => verb.display.en)).toEqual([
    ...['launched', 'initialized', 'experienced', 'completed', 'experienced'],
    ...['abandoned', 'launched'],
    ...['initialized', 'passed', 'satisfied', 'satisfied', 'terminated'],
  ])
})

test('a unit speaks for its own learner and unit alone, and what it says again counts once', async () => {
  const course = await teach(platform, room, rope())
  const player = await course.launch()
  const read = await opened(player, 'https://example.com/read')
  const reef = await (await opened(player, 'https://example.com/reef')).begin()
  // A unit that asks for nothing stays through when it is opened.
  expect([read, reef].map(({ states }) => states['https://example.com/read'].state)).toEqual([
    ...['completed', 'completed'],
  ])
  expect((await reef.ask('about')).body).toEqual({ version: ['1.0.3'] })

  const begun = reef.statement('initialized') as Json
  const put = async (id: string, body: object) =>
    (await reef.ask(`statements${id}`, { method: 'PUT', body })).status
  const { id: own, ...anonymous } = begun
  const puts = [
    await put('', anonymous),
    await put('?statementId=reef', anonymous),
    await put(`?statementId=${randomUUID()}`, begun),
    await put(`?statementId=${own.toUpperCase()}`, begun),
    await put(`?statementId=${own}`, begun),
    await put(
      `?statementId=${randomUUID()}`,
      reef.statement('experienced', undefined, { id: undefined }),
    ),
  ]
  expect(puts).toEqual([400, 400, 400, 204, 204, 204])

  const verb = (id: string) => ({ verb: { id, display: { en: 'said' } } })
  const ofSystem = ['abandoned', 'waived', 'satisfied'].map((name) =>
    reef.say('experienced', undefined, verb(`https://w3id.org/xapi/adl/verbs/${name}`)),
  )
  expect(await Promise.all(ofSystem)).toEqual([403, 403, 403])
  const object = { objectType: 'StatementRef', id: own }
  expect(await reef.say('experienced', undefined, { ...verb(`${ADL}/voided`), object })).toBe(403)

  const failed = reef.statement('failed', { success: false, score: { scaled: 0.5 } })
  const sent = [
    (await reef.send(failed)).status,
    await reef.say('passed', { success: true, score: { scaled: 0.9 } }),
    (await reef.send(failed)).status,
  ]
  expect(sent).toEqual([200, 200, 200])
  expect(await course.rows('learn_runs')).toContainEqual(
    expect.objectContaining({ item: 'https://example.com/reef', success: 'passed', score_pct: 90 }),
  )

  const { agent, activityId } = Object.fromEntries(
    new URLSearchParams(reef.state('mine').split('?')[1]),
  ) as { agent: string; activityId: string }
  const write = async (path: string, query: Record<string, string>, method = 'PUT') => {
    const body = method === 'GET' ? {} : { body: { page: 7 } }
    return (await reef.ask(`${path}?${new URLSearchParams(query)}`, { method, ...body })).status
  }
  const [stateId, profileId] = ['mine', 'mine']
  const another = 'https://example.com/another'
  const documents = [
    await write('activities/state', { stateId, activityId }),
    await write('activities/state', { stateId, activityId }, 'GET'),
    await write('activities/state', { stateId, agent }),
    await write('agents/profile', { profileId }),
    await write('activities/profile', { profileId }),
    await write('activities/profile', { profileId, activityId: another }),
    await write('activities/profile', { profileId, activityId: another }, 'GET'),
  ]
  expect(documents).toEqual([400, 400, 400, 400, 400, 403, 404])
})

const whenThere = hasLearnCases ? test : test.skip
whenThere('a session of the public record goes as it says', async () => {
  const { structure: file, au, steps } = learnCase('cmi5/fetch-and-session.json')
  const pages = ['a/index.html', 'b/index.html', 'c/index.html', 'a.html', 'b.html']
  const course = await teach(
    platform,
    room,
    zipped([
      { name: 'cmi5.xml', bytes: learnBytes(`cmi5/${file}`) },
      ...pages.map((name) => ({ name, bytes: '<title>a</title>' })),
    ]),
  )
  const player = await course.launch()
  const other = await opened(player, au)
  const unit = await opened(player, au)
  expect((await other.fetched()).status).toBe(200)
  let isBegun = false
  for (const { do: step, result, expect: wanted } of steps as Json[]) {
    const [method, , , verb] = step.split(' ')
    if (verb === undefined) {
      const answer = isBegun || method === 'GET' ? await unit.fetched(method) : undefined
      if (answer) expect([step, answer.status]).toEqual([step, wanted.status])
      if (answer && wanted.json) expect(await answer.json()).toMatchObject({ 'error-code': '1' })
      if (method === 'POST' && !isBegun) isBegun = Boolean(await unit.begin())
      continue
    }
    const more = verb === 'terminated' ? { duration: 'PT5M' } : undefined
    const status = await unit.say(verb, result ?? more)
    expect([step, [wanted.status].flat()]).toEqual([step, expect.arrayContaining([status])])
    if (wanted.au_satisfied)
      expect(await course.rows('learn_runs')).toContainEqual(
        expect.objectContaining({ item: au, completion: 'completed' }),
      )
  }
})
