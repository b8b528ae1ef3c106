import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  manifestOf,
  openCourseRoom,
  packageOf,
  type CourseRoom,
} from '../support/http/course-room.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { createCommits, teach } from '../support/http/player-room.ts'
import { hasLearnCases, learnCase } from '../support/learn-cases.ts'

let platform: Platform
let room: CourseRoom
beforeAll(async () => {
  platform = await startPlatform()
  room = await openCourseRoom(platform)
})
afterAll(() => platform.close())

/** A package of SCORM 1.2 with more items than the first one, each with its prerequisites. */
const withItems = (...prerequisites: readonly string[]) => {
  const items = prerequisites.map(
    (script, i) => `<item identifier="I${i + 2}" identifierref="R1"><title>Part</title>
      <adlcp:prerequisites type="aicc_script">${script}</adlcp:prerequisites></item>`,
  )
  return packageOf(manifestOf().replace('</organization>', `${items.join('')}</organization>`))
}

test('the score of several parts is the mean of the best ones of each', async () => {
  const course = await teach(platform, room, withItems(''))
  const player = await course.launch()
  const visits = [
    ['I1', '100', 100],
    ['I2', '0', 50],
    ['I1', '10', 50],
    ['I2', '60', 80],
  ] as const
  for (const [item, score, mean] of visits) {
    const run = await player.open(item)
    run.call('Initialize')
    run.call('SetValue', 'cmi.core.score.raw', score)
    run.call('Finish')
    await run.settle()
    expect((await course.row('learn_progress')).score_pct).toBe(mean)
  }
  expect(await course.enrollment()).toMatchObject({ status: 'completed', score_pct: 50 })
})

test('an end that is sent again in the unloading of its page loses nothing, whichever part of it arrives first', async () => {
  const course = await teach(platform, room, packageOf(manifestOf()))
  for (const order of [1, -1]) {
    const player = await course.launch()
    const { opened } = await player.open()
    const sent: Json[] = []
    let status = 0
    const sender = createCommits({
      ...{ url: 'commit', item: 'I1', opening: opened.opening, answered: () => undefined },
      post: async (_: string, body: string) => (sent.push(JSON.parse(body)), { status }),
    })
    const large = `${order}`.padEnd(70_000, 'x')
    sender.change('cmi.suspend_data', large)
    sender.change('cmi.core.lesson_location', `page ${order}`)
    sender.end()
    await sender.send()
    const before = sent.length
    sender.close()
    const parts = sent.slice(before)
    expect(parts).toHaveLength(2)
    for (const part of order === 1 ? parts : parts.reverse())
      expect((await player.post('commit', part)).status).toBe(200)
    const { cmi, has_ended } = await course.row('learn_runs')
    expect([cmi['cmi.core.lesson_location'], has_ended]).toEqual([`page ${order}`, true])
    expect(cmi['cmi.suspend_data']).toBe(large)
    // An unanswered sender tries again, and would keep the process of the tests open until then.
    status = 200
    await sender.settle()
  }
})

test('prerequisites that cannot be read close nothing', async () => {
  const scripts: Readonly<Record<string, boolean>> = {
    ...{ I1: false, '~I1': true, '(I1|I99)&amp;~I1': true, '2*{I1,I99,I1}': false },
    ...{ 'I1 = "incomplete"': true, 'I1 &lt;&gt; i': false, '"I1"': false },
    ...{ 'I1 "': true, 'I1 =': true, 'I1 = done': true, 'x*{I1}': true, 'I1 &amp;': true },
    ...{ 'I1 I1': true, '(I1': true, [`${'('.repeat(900)}I1`]: true },
  }
  const course = await teach(platform, room, withItems(...Object.keys(scripts)))
  const { opened } = await (await course.launch()).open('I1')
  const shown = Object.keys(scripts).map((script, i) => [
    script,
    opened.states[`I${i + 2}`].is_open,
  ])
  expect(Object.fromEntries(shown)).toEqual(scripts)
})

test('a body that comes by no token of ours is refused before it is read', async () => {
  const course = await teach(platform, room, packageOf(manifestOf()))
  const { address } = await course.launch()
  for (const path of ['open', 'commit']) {
    const headers = { 'content-type': 'application/json' }
    const broken = { method: 'POST', headers, body: '{' }
    const at = (base: string) => localFetch(`${base}${path}`, broken)
    expect((await at(address)).status).toBe(400)
    expect((await at(address.replace(/[^/]*\/$/, 'none.at-all/'))).status).toBe(404)
  }
})

test('the modes of a package of SCORM 2004 say where its learner can go to, and its content asks for it', async () => {
  const mode = (attributes: string) =>
    `<imsss:sequencing><imsss:controlMode ${attributes}/></imsss:sequencing>`
  const leaf = (id: string, within = '') =>
    `<item identifier="${id}" identifierref="R1"><title>${id}</title>${within}</item>`
  const group = (id: string, within: string) =>
    `<item identifier="${id}"><title>${id}</title>${within}</item>`
  const forward = mode('flow="true" choice="false" forwardOnly="true"')
  const kept = mode('flow="true" choiceExit="false"')
  const hidden =
    '<adlnav:presentation xmlns:adlnav="a"><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>'
  const items = [
    group('A', leaf('A1', hidden) + leaf('A2') + forward),
    group('B', leaf('B1') + leaf('B2') + kept),
    group('C', leaf('C1') + leaf('C2')),
  ]
  const manifest = manifestOf({ standard: 'scorm_2004_4th', within: mode('choice="true"') })
  const whole = `${items.join('')}${mode('flow="true"')}</organization>`
  const course = await teach(platform, room, packageOf(manifest.replace('</organization>', whole)))
  const player = await course.launch()
  const all = ['I1', 'B1', 'B2', 'C1', 'C2']
  for (const [item, choice, previous, next, hides] of [
    ['I1', all, null, 'A1', []],
    ['A1', all, null, 'A2', ['continue']],
    ['A2', all, null, 'B1', []],
    ['B1', ['B1', 'B2'], 'A1', 'B2', []],
    // The last group does not flow.
    ['B2', ['B1', 'B2'], 'B1', null, []],
    ['C1', all, null, null, []],
  ] as const) {
    const run = await player.open(item)
    expect({ item, ...run.opened.offers }).toEqual({ item, choice, previous, next, hidden: hides })
    run.call('Initialize')
    const valid = (request: string) => run.call('GetValue', `adl.nav.request_valid.${request}`)
    expect([valid('continue'), valid('previous'), valid('choice.{target=C1}')]).toEqual(
      [next !== null, previous !== null, (choice as readonly string[]).includes('C1')].map(String),
    )
    await run.close()
  }
})

test('the record store is told by the tenant of each change of a part of a package', async () => {
  const within = '<adlcp:masteryscore>80</adlcp:masteryscore>'
  const course = await teach(platform, room, packageOf(manifestOf({ within })))
  for (const score of ['94', '10']) {
    const run = await (await course.launch()).open()
    run.call('Initialize')
    run.call('SetValue', 'cmi.core.score.raw', score)
    run.call('SetValue', 'cmi.core.session_time', '00:01:00')
    run.call('Finish')
    await run.settle()
  }
  const { course_id } = await course.enrollment()
  const about = encodeURIComponent(`${room.tenant.url}/learn/courses/${course_id}`)
  const { body } = await platform.call(
    `/api/v1/learn/xapi/statements?ascending=true&related_activities=true&activity=${about}`,
    {
      ...{ key: await room.tenant.key(), host: room.tenant.url },
      headers: { 'x-experience-api-version': '1.0.3' },
    },
  )
  const told = body.statements.map(({ verb, result }: Json) => [
    ...[verb.display.en, result?.score?.scaled, result?.duration],
  ])
  const begun = [
    ['launched', undefined, undefined],
    ['initialized', undefined, undefined],
  ]
  expect(told).toEqual([
    ...[...begun, ['completed', 0.94, undefined], ['passed', 0.94, undefined]],
    ...[['terminated', 0.94, 'PT60S'], ...begun],
    ...[
      ['failed', 0.1, undefined],
      ['terminated', 0.1, 'PT60S'],
    ],
  ])
  const [first] = body.statements
  expect(new Set(body.statements.map(({ context }: Json) => context.registration)).size).toBe(1)
  expect([first.actor.account.homePage, first.authority.account]).toEqual([
    room.tenant.url,
    { homePage: `${room.tenant.url}/learn`, name: 'learn' },
  ])
})

const whenThere = hasLearnCases ? test : test.skip
whenThere('statuses of the public record are taken as its rows say', async () => {
  for (const row of learnCase('runtime/status-12.json').runs) {
    const course = await teach(platform, room, packageOf(manifestOf()))
    for (const values of row.visits ?? [row.set]) {
      const run = await (await course.launch()).open()
      run.call('Initialize')
      for (const [element, value] of values) {
        const answer = run.call('SetValue', element, value)
        expect({ row, answer }).toEqual({ row, answer: String(!row.error) })
        if (row.error) expect([row, run.call('GetLastError')]).toEqual([row, row.error])
      }
      run.call('Finish')
      await run.settle()
    }
    const { completion } = await course.row('learn_runs')
    if (row.status) expect({ row, completion }).toEqual({ row, completion: row.status })
    if (!row.visits) continue
    const { status, course_id } = await course.enrollment()
    const { body } = await room.read(`/certificates?course_id=${course_id}`)
    expect([status, completion, body.total_count]).toEqual(['completed', 'incomplete', 1])
  }
})
