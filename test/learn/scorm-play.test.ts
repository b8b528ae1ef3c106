import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  manifestOf,
  openCourseRoom,
  packageOf,
  type CourseRoom,
} from '../support/http/course-room.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { teach, type Run } from '../support/http/player-room.ts'
import { hasLearnCases, learnCase, packageCases } from '../support/learn-cases.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let room: CourseRoom
beforeAll(async () => {
  platform = await startPlatform()
  room = await openCourseRoom(platform)
})
afterAll(() => platform.close())

const taught = (zip: Buffer) => teach(platform, room, zip)
const in12 = (within = '') => packageOf(manifestOf({ within }))
const mastered = () => in12('<adlcp:masteryscore>80</adlcp:masteryscore>')
const set = (run: Run, values: readonly (readonly [string, string])[]) =>
  values.map(([element, value]) => run.call('SetValue', element, value))

test('a window that is closed in the middle loses nothing, and the next launch goes on with all of it', async () => {
  const course = await taught(in12())
  const first = await (await course.launch()).open()
  expect(first.opened.cmi).toMatchObject({
    'cmi.core.student_name': 'Ann Ör',
    'cmi.core.entry': 'ab-initio',
    'cmi.core.total_time': '0000:00:00',
  })
  const long = `${'x'.repeat(69_999)}é`
  first.call('Initialize')
  const values = [
    ['cmi.suspend_data', long],
    ['cmi.core.lesson_location', 'page\u0000 7'],
    ['cmi.core.session_time', '00:01:02.5'],
    ['cmi.interactions.0.id', 'q1'],
    ['cmi.interactions.0.type', 'choice'],
    ['cmi.interactions.0.student_response', 'b'],
    ['cmi.objectives.0.id', 'o1'],
    ['cmi.objectives.0.score.raw', '5'],
  ] as const
  expect(set(first, values)).toEqual(values.map(() => 'true'))
  await first.close()
  const second = await (await course.launch()).open()
  second.call('Initialize')
  const read = (element: string) => second.call('GetValue', element)
  expect(read('cmi.suspend_data')).toBe(long)
  expect([read('cmi.core.entry'), read('cmi.core.total_time')]).toEqual(['resume', '00:01:02.5'])
  expect([read('cmi.core.lesson_location'), read('cmi.interactions._count')]).toEqual([
    ...['page\u0000 7', '1'],
  ])
  expect(read('cmi.objectives.0.score.raw')).toBe('5')
  const { warnings } = await course.row('learn_runs')
  expect(warnings.map(({ code }: Json) => code)).toEqual(['long_suspend_data'])

  first.call('SetValue', 'cmi.core.lesson_location', 'elsewhere')
  await first.settle()
  expect(first.statuses.at(-1)).toBe(409)
  expect((await course.row('learn_runs')).cmi['cmi.core.lesson_location']).toBe('page\u0000 7')
})

test('commits that overtake each other, and those that come twice, leave what was set last', async () => {
  const course = await taught(in12())
  const player = await course.launch()
  const { opened } = await player.open()
  const send = (sequence: number, value: string, ends = false) =>
    player.post('commit', {
      ...{ item: 'I1', opening: opened.opening, sequence, ends },
      values: { 'cmi.core.lesson_location': value, [`cmi.comments`]: value },
    })
  expect((await send(2, 'two')).status).toBe(200)
  for (const sequence of [1, 2]) expect((await send(sequence, 'one')).status).toBe(200)
  expect((await send(4, 'four', true)).status).toBe(200)
  for (const sequence of [3, 5]) expect((await send(sequence, 'late')).status).toBe(200)
  const { cmi, has_ended, sequence } = await course.row('learn_runs')
  expect([cmi['cmi.core.lesson_location'], has_ended, sequence]).toEqual(['four', true, 4])
  const broken = { item: 'I1', opening: opened.opening, sequence: 6, values: { x: '1' } }
  expect((await player.post('commit', broken)).status).toBe(400)
})

test('an end completes the course once, with its event, and a later visit takes nothing back', async () => {
  const course = await taught(mastered())
  const run = await (await course.launch()).open()
  run.call('Initialize')
  set(run, [
    ['cmi.core.score.raw', '94'],
    ['cmi.core.lesson_status', 'completed'],
    ['cmi.core.score.raw', '100'],
    ['cmi.core.session_time', '00:01:00'],
  ])
  expect([run.call('Finish'), run.call('Finish')]).toEqual(['true', 'false'])
  await run.settle()
  expect(await course.enrollment()).toMatchObject({
    status: 'completed',
    progress_pct: 100,
    score_pct: 100,
  })
  expect(await course.row('learn_runs')).toMatchObject({
    completion: 'completed',
    success: 'passed',
  })
  const again = await (await course.launch()).open()
  again.call('Initialize')
  set(again, [
    ['cmi.core.lesson_status', 'incomplete'],
    ['cmi.core.score.raw', '10'],
  ])
  again.call('Finish')
  await again.settle()
  expect(await course.row('learn_runs')).toMatchObject({
    completion: 'incomplete',
    total_seconds: 60,
  })
  expect(await course.row('learn_progress')).toMatchObject({
    state: 'passed',
    score_pct: 100,
    seconds: 60,
  })
  const call = { key: await room.tenant.key(), host: room.tenant.url }
  const { body } = await platform.call('/api/v1/events?type=course.completed', call)
  expect(
    body.data.filter(({ data }: Json) => data.enrollment_id === course.enrollmentId),
  ).toHaveLength(1)
  expect(await findDrift(platform, room.tenant.live.tenantId)).toEqual([])
})

test.each([
  ['0.8 between 0 and 1', { raw: '0.8', min: '0', max: '1' }, 80, []],
  ['80 without bounds', { raw: '80' }, 80, []],
  ['80 of at most 50', { raw: '80', max: '50' }, 80, ['inconsistent_score']],
])('a score of %s is told as it is meant', async (_, score, pct, codes) => {
  const course = await taught(in12())
  const run = await (await course.launch()).open()
  run.call('Initialize')
  set(
    run,
    Object.entries(score).map(([part, value]) => [`cmi.core.score.${part}`, value] as const),
  )
  await run.close()
  const { score_pct, warnings } = await course.row('learn_runs')
  expect([score_pct, warnings.map(({ code }: Json) => code)]).toEqual([pct, codes])
})

test('a run of SCORM 2004 is resumed after its suspension alone, and times of either standard are read', async () => {
  const course = await taught(packageOf(manifestOf({ standard: 'scorm_2004_4th' })))
  for (const [exit, entry, total] of [
    ['suspend', 'ab-initio', 'PT0S'],
    ['suspend', 'resume', 'PT122S'],
    ['normal', 'resume', 'PT244S'],
    ['suspend', 'ab-initio', 'PT0S'],
    ['', 'resume', 'PT122S'],
  ] as const) {
    const run = await (await course.launch()).open()
    expect(run.call('Initialize')).toBe('true')
    const read = (element: string) => run.call('GetValue', element)
    expect([read('cmi.entry'), read('cmi.total_time')]).toEqual([entry, total])
    expect(read('cmi.suspend_data')).toHaveLength(entry === 'resume' ? 70_000 : 0)
    set(run, [
      ['cmi.suspend_data', 'x'.repeat(70_000)],
      ['cmi.session_time', 'PT1M62S'],
      ['cmi.exit', exit],
    ])
    expect([run.call('SetValue', 'cmi.session_time', 'abc'), run.call('GetLastError')]).toEqual([
      'false',
      '406',
    ])
    run.call('Terminate')
    await run.settle()
  }
  expect((await course.row('learn_progress')).seconds).toBe(5 * 122)
})

test('content is served at its own origin alone: whole and in ranges, typed, without cookies, and bounded by its policy', async () => {
  const course = await taught(
    packageOf(manifestOf(), [
      { name: 'media/Film.mp4', bytes: '0123456789' },
      { name: 'extra/unnamed.js', bytes: '1' },
    ]),
  )
  const player = await course.launch()
  expect(new URL(player.address).hostname).toMatch(new RegExp(`^p${course.packageId}\\.content\\.`))
  const page = await localFetch(player.address)
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  const film = await player.file('media/film.MP4', { range: 'bytes=2-4' })
  expect([film.status, film.headers.get('content-range'), await film.text()]).toEqual([
    ...[206, 'bytes 2-4/10', '234'],
  ])
  expect([film.headers.get('content-type'), film.headers.get('set-cookie')]).toEqual([
    'video/mp4',
    null,
  ])
  expect((await player.file('media/film.mp4', { range: 'bytes=10-' })).status).toBe(416)
  const script = await player.file('extra/unnamed.js')
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript'])
  expect(script.headers.get('content-security-policy')).toContain("connect-src 'self'")
  expect(script.headers.get('x-frame-options')).toBeNull()
  expect((await player.file('../imsmanifest.xml')).status).toBe(404)
  expect((await player.file('media/other.mp4')).status).toBe(404)
  const { pathname, port, hostname } = new URL(player.address)
  const on = (host: string, path = pathname) => localFetch(`http://${host}:${port}${path}`)
  expect((await on(hostname.replace(/^p\d+/, 'p999999'))).status).toBe(404)
  expect((await on(hostname.replace(/^p\d+\.content\./, ''))).status).toBe(404)
  const { slug } = await platform.addTenant()
  expect((await on(`p${course.packageId}.content.${slug}.localhost`)).status).toBe(404)
  expect((await player.file('%00')).status).toBe(404)
  expect((await on(hostname, '/know')).status).toBe(404)
  expect((await on(hostname, '/learn/play/none.at-all/files/a.html')).status).toBe(404)
})

const whenThere = hasLearnCases ? test : test.skip
whenThere(
  'parts of SCORM 1.2 see what their manifest says, and one is closed until its prerequisite is met',
  async () => {
    const { zip, expected } = packageCases().find(({ name }) => name === 'adlcp-12') as Json
    const course = await taught(zip)
    const player = await course.launch()
    expect(await player.post('open', { item: 'I2' })).toMatchObject({
      status: 409,
      body: { code: 'closed' },
    })
    const run = await player.open('I1')
    run.call('Initialize')
    for (const [element, value] of Object.entries(expected.cmi.I1))
      expect([element, run.call('GetValue', element)]).toEqual([element, value])
    expect(run.opened.states.I2).toEqual({ state: 'not attempted', is_open: false })
    run.call('Finish')
    await run.settle()
    expect((await player.open('I2')).opened.states.I1).toEqual({
      state: 'completed',
      is_open: true,
    })
    expect((await course.enrollment()).status).toBe('active')
  },
)

whenThere(
  'the calls of the public record answer as the standard says, and leave what it says',
  async () => {
    const visits = async (zip: Buffer, calls: readonly Json[]) => {
      const course = await taught(zip)
      let run: Run | undefined
      for (const { call, returns, error } of calls) {
        const [name, element, ...rest] = call.split(' ')
        if (name === 'Initialize') run = await (await course.launch()).open()
        const value = rest
          .join(' ')
          .replace(/^\{(\d+)\}$/, (_: string, n: string) => 'x'.repeat(Number(n)))
        const answer = run?.call(
          name,
          ...(element === undefined ? [] : name === 'SetValue' ? [element, value] : [element]),
        )
        expect([call, answer]).toEqual([call, returns])
        if (error !== undefined) expect([call, run?.call('GetLastError')]).toEqual([call, error])
        if (name === 'Finish') await run?.settle()
      }
      await run?.close()
      return course
    }
    for (const name of ['session-time-12', 'commit-after-finish', 'suspend-4097-12']) {
      const { calls, after } = learnCase(`runtime/${name}.json`)
      const course = await visits(in12(), calls)
      const { total_seconds, session_seconds, warnings } = await course.row('learn_runs')
      if (after.total_seconds !== undefined)
        expect([name, total_seconds + session_seconds]).toEqual([name, after.total_seconds])
      if (after.warnings !== undefined) expect(warnings).toHaveLength(after.warnings)
    }
    for (const { set: values, error, status, gradebook } of learnCase(
      'runtime/score-mastery-12.json',
    ).runs) {
      const course = await taught(mastered())
      const run = await (await course.launch()).open()
      run.call('Initialize')
      const answers = set(run, values)
      if (error) {
        expect([answers, run.call('GetLastError')]).toEqual([['false'], error])
        continue
      }
      run.call('Finish')
      await run.settle()
      expect(await course.row('learn_runs')).toMatchObject({
        success: status,
        score_pct: gradebook,
      })
    }
  },
)
