import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeCourse } from '../support/http/course-rows.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'

let platform: Platform
let tenant: TestTenant
let session: string
beforeAll(async () => {
  platform = await startPlatform()
  tenant = platform.tenant
  session = await tenant.session({ role: 2 })
})
afterAll(() => platform.close())

const get = (path: string) => platform.call(path, { key: session, host: tenant.url })
const csrf = async () =>
  / name="csrf" value="([^"]+)"/.exec((await get('/learn/courses/testing')).text)?.[1] ?? ''
const send = (path: string, fields: Readonly<Record<string, string>>) =>
  platform.call(`/learn/courses/${path}`, {
    ...{ key: session, host: tenant.url, body: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

describe('a quiz', () => {
  const KINDS = [
    { kind: 'choice', options: [{ text: 'On <b>', is_correct: true }, { text: 'Off' }] },
    {
      kind: 'several',
      options: [
        { text: 'Tin', is_correct: true },
        { text: 'Lead', is_correct: true },
        { text: 'Tea' },
      ],
    },
    { kind: 'order', options: [{ text: 'One' }, { text: 'Two' }] },
    {
      kind: 'match',
      options: [
        { text: 'DE', match: 'Berlin' },
        { text: 'FR', match: 'Paris' },
      ],
    },
    { kind: 'short_text', accepted: ['Flux'] },
    { kind: 'number', number: 2.5 },
    { kind: 'essay' },
    { kind: 'file_upload' },
  ]
  let quiz: number
  let essay: number
  let meeting: number
  let course: number
  beforeAll(async () => {
    const { id, activities } = await writeCourse(
      platform,
      {
        slug: 'testing',
        lessons: [
          {
            title: 'Ask',
            activities: [
              { title: 'All kinds', kind: 'quiz' },
              { title: 'Write', kind: 'assignment', content_markdown: 'About tin.' },
              { title: 'Meet', kind: 'live_session' },
            ],
          },
        ],
      },
      tenant,
    )
    course = id
    ;[quiz = 0, essay = 0, meeting = 0] = activities
    await platform.query(
      `update learn_activities set max_attempts = 2, time_limit_seconds = 600, pass_mark_pct = 70 where id = $1`,
      [quiz],
    )
    for (const [i, question] of KINDS.entries())
      await add(quiz, { text_markdown: `Q**${i}**`, feedback_markdown: 'So it is.', ...question })
    await add(essay, { kind: 'essay', text_markdown: 'Why?', points: 4 })
    expect((await send('testing/enroll', { csrf: await csrf() })).status).toBe(303)
  })
  const add = async (id: number, body: object) => {
    const added = await platform.call(`/api/v1/learn/activities/${id}/questions`, {
      ...{ body, host: tenant.url, key: await tenant.key() },
    })
    expect(added.status).toBe(201)
  }
  const at = async (id: number, query = '') =>
    (await get(`/learn/courses/testing/${id}${query}`)).text
  const post = async (id: number, verb: string, fields: object = {}) =>
    send(`testing/${id}/${verb}`, { csrf: await csrf(), ...fields })

  /** The fields of the form on a page, by what they are named for, with right answers. */
  function rightIn(page: string): Record<string, string> {
    const parts = page.split('<fieldset').slice(1)
    const valueOf = (part: string, text: string) =>
      new RegExp(`value="(\\d+)"[^<]*(?:<span>)?${text}<`).exec(part)?.[1] ?? ''
    const names = (part: string) =>
      [...part.matchAll(/ name="(q[^"]+)"/g)].map(([, name]) => name as string)
    const selects = (part: string, of: Record<string, string>) =>
      Object.entries(of).map(([option, choice]) => {
        const [, name] =
          new RegExp(`</span>${option}</label>\\n<select id="([^"]+)"`).exec(part) ?? []
        return [name, valueOf(part.split(`<select id="${name}"`)[1] ?? '', choice)]
      })
    const [choice = '', , order = '', match = '', text = '', number = '', long = ''] = parts
    return Object.fromEntries([
      [names(choice)[0], valueOf(choice, 'On &lt;b&gt;')],
      ...selects(order, { One: '1\\.', Two: '2\\.' }),
      ...selects(match, { DE: 'Berlin', FR: 'Paris' }),
      ...[
        [names(text)[0], ' FLUX'],
        [names(number)[0], '2.5'],
        [names(long)[0], 'Because\r\n<of> it.'],
      ],
    ])
  }
  const attemptOf = (page: string) => ({
    attempt: / name="attempt" value="(\d+)"/.exec(page)?.[1] ?? '',
  })

  test('is answered by a form for every kind of question, saved, mended where an answer is none, and shown by its rules', async () => {
    expect(await at(quiz)).toMatch(
      /8 questions · 10 min to answer · passed with 70 % · 2 attempts, of which the best counts/,
    )
    expect((await post(quiz, 'begin')).headers.get('location')).toBe(
      `/learn/courses/testing/${quiz}`,
    )
    expect((await post(quiz, 'begin')).status).toBe(409)
    const form = await at(quiz)
    for (const part of [
      'Attempt 1 of 2',
      'in 10 min',
      'Q<strong>0</strong>',
      'On &lt;b&gt;',
      'cannot send',
    ])
      expect(form).toContain(part)
    const fields = { ...attemptOf(form), ...rightIn(form) }
    const [one = '', two = ''] = Object.keys(fields).filter((name) => /-/.test(name))
    const number =
      Object.keys(fields).find((name) => fields[name as keyof typeof fields] === '2.5') ?? ''
    const wrong = await post(quiz, 'answers', {
      ...fields,
      [two]: fields[one as never],
      [number]: 'two',
      then: 'submit',
    })
    expect(wrong.status).toBe(422)
    for (const part of [
      'role="alert"',
      'Question 3</a>: Give each',
      'Question 6</a>: Write a number',
      'value="two"',
      '&lt;of&gt; it.</textarea>',
    ])
      expect(wrong.text).toContain(part)
    const saved = await post(quiz, 'answers', { ...fields, then: 'save' })
    expect(saved.headers.get('location')).toBe(`/learn/courses/testing/${quiz}?saved=1`)
    const again = await at(quiz, '?saved=1')
    for (const part of [
      'Your answers are saved.',
      'value=" FLUX"',
      'value="2.5"',
      ' checked',
      ' selected',
    ])
      expect(again).toContain(part)
    await post(quiz, 'answers', { ...fields, [number]: ' ', then: 'save' })
    expect(await at(quiz)).not.toContain('value="2.5"')
    const sent = await post(quiz, 'answers', { ...fields, then: 'submit' })
    expect(sent.headers.get('location')).toBe(`/learn/courses/testing/${quiz}#result`)
    const waiting = await at(quiz)
    for (const part of [
      'It waits for your teacher',
      'So it is.',
      'Because\n&lt;of&gt; it.',
      'Berlin',
      '1 attempt left',
      'Try again',
    ])
      expect(waiting).toContain(part)
    const late = await post(quiz, 'answers', { ...fields, then: 'submit' })
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining('The attempt is submitted.'),
    ])
    await post(quiz, 'begin')
    const second = attemptOf(await at(quiz))
    expect(second.attempt).not.toBe(fields.attempt)
    await platform.query(`update learn_attempts set due_at = $2 where id = $1`, [
      second.attempt,
      new Date(0),
    ])
    expect(await at(quiz)).toMatch(/Its time is over(?:(?!fieldset)[^])*value="submit"/)
    await post(quiz, 'answers', { ...second, then: 'submit' })
    const last = await at(quiz)
    for (const part of [
      'Not passed',
      'with 0 %',
      'No attempt is left.',
      `?attempt=${fields.attempt}#result`,
    ])
      expect(last).toContain(part)
    expect(await at(quiz, `?attempt=${fields.attempt}`)).toContain('It waits for your teacher')
  })

  test('is an assignment as well, which is returned with its reason, and completed by a grade', async () => {
    await post(essay, 'begin')
    const form = await at(essay)
    const [, name = ''] = /<textarea id="([^"]+)"/.exec(form) ?? []
    const key = await tenant.key()
    const submit = (text: string) =>
      post(essay, 'answers', { ...attemptOf(form), [name]: text, then: 'submit' })
    await submit('Tin.')
    const back = `/api/v1/learn/attempts/${attemptOf(form).attempt}/return`
    await platform.call(back, { key, host: tenant.url, body: { reason: 'Say <why>.' } })
    expect(await at(essay)).toContain('Your teacher returned it:</b> Say &lt;why&gt;.</p>')
    await submit('Tin melts.')
    const grades = [{ question_id: Number(name.slice(1)), points: 3, comment: 'Well said.' }]
    const graded = await platform.call(`/api/v1/learn/attempts/${attemptOf(form).attempt}/grade`, {
      key,
      host: tenant.url,
      body: { grades },
    })
    expect(graded.body.data).toMatchObject({ status: 'graded', score_pct: 75, passed: true })
    const shown = await at(essay)
    for (const part of ['Passed', 'with 75 %', 'Well said.', 'done, 75 %'])
      expect(shown).toContain(part)
  })

  test('is beside the sessions of its course: those on now and to come first, and the nearest of the rest', async () => {
    const key = await tenant.key()
    const { rows } = await platform.query('select author_id from learn_courses where id = $1', [
      course,
    ])
    const hours = [-80, -40, 24, 48, 72, 96, 120, 144, 168, 192, 0]
    for (const hour of hours) {
      const starts_at = new Date(platform.clock.now().getTime() + (hour - 0.5) * 3_600_000)
      const planned = await platform.call('/api/v1/learn/live-sessions', {
        ...{ key, host: tenant.url },
        body: {
          ...{ course_id: course, activity_id: meeting, host_user_id: Number(rows[0].author_id) },
          ...{ title: `In ${hour}`, timezone: 'UTC', starts_at, duration_minutes: 60 },
          join_url: 'https://meet.example.com/j/1',
        },
      })
      expect(planned.status).toBe(201)
    }
    const shown = await at(meeting)
    const told = /<li><b>In (-?\d+)<[^]*?(Join now|Where it will be|It is over)/g
    expect([...shown.matchAll(told)].map(([, hour, way]) => [Number(hour), way])).toEqual([
      [0, 'Join now'],
      ...hours.slice(2, -1).map((hour) => [hour, 'Where it will be']),
      [-40, 'It is over'],
    ])
  })
})
