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
    const sender = createCommits({
      ...{ url: 'commit', item: 'I1', opening: opened.opening, answered: () => undefined },
      post: async (_: string, body: string) => (sent.push(JSON.parse(body)), { status: 0 }),
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
