import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  manifestOf,
  openCourseRoom,
  packageOf,
  type CourseRoom,
} from '../support/http/course-room.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { teach } from '../support/http/player-room.ts'
import { until } from '../support/until.ts'
import { zipped } from '../support/zipped.ts'
import { describeInBrowser } from './chromium.ts'
import { openWindow } from './player-window.ts'

/** Content that finds the run-time as the standards show it, tells what it is given, and is passed by a button. */
const content = (prefix: string, api: string, values: object, passing: object) => `<!doctype html>
<html lang="en"><title>Rope</title><p id="said"></p>
<button id="keep">Keep</button><button id="pass">Pass</button><script>
let at = window
for (let up = 0; !at.${api} && at.parent !== at && up < 500; up++) at = at.parent
const call = (name, ...given) => at.${api}['${prefix}' + name](...given)
const [values, passing] = [${JSON.stringify(values)}, ${JSON.stringify(passing)}]
const set = (all) => Object.entries(all).forEach(([element, value]) => call('SetValue', element, value))
call('Initialize', '')
document.getElementById('said').textContent = Object.keys(values).map((e) => call('GetValue', e)).join('|')
document.getElementById('keep').onclick = () => set(values)
// The run is ended as late as in the unloading of the page.
document.getElementById('pass').onclick = () => (set(passing), (location.href = 'a.html'))
addEventListener('unload', () => call('${prefix === '' ? 'Terminate' : 'Finish'}', ''))
</script></html>`

const standards = [
  {
    ...{ standard: 'scorm_1_2' as const, prefix: 'LMS', api: 'API' },
    values: { 'cmi.core.lesson_location': 'page 7', 'cmi.suspend_data': 'ä'.repeat(5000) },
    passing: { 'cmi.core.score.raw': '90', 'cmi.core.lesson_status': 'passed' },
  },
  {
    ...{ standard: 'scorm_2004_4th' as const, prefix: '', api: 'API_1484_11' },
    values: { 'cmi.location': 'page 7', 'cmi.suspend_data': 'ä'.repeat(70_000) },
    passing: { 'cmi.score.scaled': '0.9', 'cmi.completion_status': 'completed' },
  },
]

describeInBrowser('packages in a browser', () => {
  let platform: Platform
  let room: CourseRoom
  beforeAll(async () => {
    platform = await startPlatform()
    room = await openCourseRoom(platform)
  })
  afterAll(() => platform?.close())

  test.each(standards)(
    'a package of $standard goes on where its browser was killed, and completes its course with a certificate',
    async ({ standard, prefix, api, values, passing }) => {
      const bytes = content(prefix, api, values, passing)
      const manifest = manifestOf({ standard, resource: 'href="content.html"' })
      const course = await teach(
        platform,
        room,
        packageOf(manifest, [{ name: 'content.html', bytes }]),
      )
      const first = await openWindow(await course.address())
      const frame = await first.content()
      expect(await frame.textContent('#said')).toBe('|')
      await first.page.setViewportSize({ width: 390, height: 844 })
      const box = await first.page.locator('#content').boundingBox()
      expect(box?.height).toBeGreaterThan(600)
      await first.confirmed('page 7', () => frame.click('#keep'))
      await first.kill()
      expect((await course.row('learn_runs')).has_ended).toBe(false)

      const second = await openWindow(await course.address())
      try {
        const again = await second.content()
        expect(await again.textContent('#said')).toBe(Object.values(values).join('|'))
        await again.click('#pass')
        await until(async () => (await course.enrollment()).status === 'completed')
        expect(await course.enrollment()).toMatchObject({ progress_pct: 100, score_pct: 90 })
        const { user_id } = await course.enrollment()
        const { body } = await room.read(`/certificates?user_id=${user_id}`)
        expect(body.data.map(({ status }: Json) => status)).toEqual(['issued'])
        expect([first.faults, second.faults]).toEqual([[], []])
      } finally {
        await second.kill()
      }
    },
  )

  test('an item that asks for the next one in its unloading is followed by it once', async () => {
    const asking = `<title>Rope</title><script>
      parent.API_1484_11.Initialize('')
      addEventListener('unload', () => {
        parent.API_1484_11.SetValue('adl.nav.request', 'continue')
        parent.API_1484_11.Terminate('')
      })</script>`
    const more = ['I2', 'I3'].map(
      (id) => `<item identifier="${id}" identifierref="R1"><title>${id}</title></item>`,
    )
    const flow = '<imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing>'
    const manifest = manifestOf({ standard: 'scorm_2004_4th' }).replace(
      '</organization>',
      `${more.join('')}${flow}</organization>`,
    )
    const bytes = { name: 'a.html', bytes: asking }
    const course = await teach(platform, room, packageOf(manifest, [bytes]))
    const window = await openWindow(await course.address())
    try {
      for (const item of ['I2', 'I3']) {
        await window.content()
        await window.page.click('#next')
        await window.page.waitForSelector(`[data-item="${item}"][aria-current]`)
      }
      await window.content()
      const runs = await course.rows('learn_runs')
      expect(runs.map(({ item, opening, has_ended }) => [item, opening, has_ended])).toEqual([
        ...[
          ['I1', 1, true],
          ['I2', 1, true],
          ['I3', 1, false],
        ],
      ])
    } finally {
      await window.kill()
    }
  })

  test('a unit of cmi5 finds the record store by its address, and the player goes on where it leaves off', async () => {
    const course = await teach(
      platform,
      room,
      zipped([
        { name: 'cmi5.xml', bytes: STRUCTURE },
        { name: 'unit.html', bytes: UNIT },
      ]),
    )
    const window = await openWindow(await course.address())
    try {
      await until(async () => (await course.enrollment()).status === 'completed')
      await until(async () =>
        ((await window.page.textContent('#note')) ?? '').startsWith('You can'),
      )
      expect(await course.row('learn_runs')).toMatchObject({ has_ended: true, success: 'passed' })
      expect(window.faults).toEqual([])
    } finally {
      await window.kill()
    }
  })
})

const STRUCTURE = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://example.com/rope"><title><langstring>Rope</langstring></title></course>
<au id="https://example.com/reef" moveOn="Passed"><title><langstring>Reef</langstring></title>
<url>unit.html?mode=1#top</url></au></courseStructure>`

/** A unit that is passed at once, and then leaves off as the data of its launch say. */
const UNIT = `<!doctype html><title>Reef</title><script type="module">
const asked = new URLSearchParams(location.search)
const [registration, id] = [asked.get('registration'), asked.get('activityId')]
const actor = JSON.parse(asked.get('actor'))
const { 'auth-token': token } = await (await fetch(asked.get('fetch'), { method: 'POST' })).json()
const headers = {
  Authorization: 'Basic ' + token,
  'Content-Type': 'application/json',
  'X-Experience-API-Version': '1.0.3',
}
const state = new URLSearchParams({
  ...{ stateId: 'LMS.LaunchData', activityId: id, registration, agent: JSON.stringify(actor) },
})
const read = await fetch(asked.get('endpoint') + 'activities/state?' + state, { headers })
const { contextTemplate, returnURL } = await read.json()
const category = ['cmi5', 'moveon'].map((name) => ({
  id: 'https://w3id.org/xapi/cmi5/context/categories/' + name,
}))
for (const [verb, result] of [
  ['initialized', {}],
  ['passed', { success: true, score: { scaled: 1 } }],
  ['terminated', { duration: 'PT1S' }],
]) {
  const { contextActivities, ...rest } = contextTemplate
  const context = { registration, contextActivities: { ...contextActivities, category }, ...rest }
  const said = { id: 'http://adlnet.gov/expapi/verbs/' + verb }
  const body = JSON.stringify({ actor, verb: said, object: { id }, result, context })
  await fetch(asked.get('endpoint') + 'statements', { method: 'POST', headers, body })
}
location.href = returnURL
</script>`
