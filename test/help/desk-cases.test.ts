import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { hasCases, namedCase, readCase } from '../support/help-cases.ts'
import { anyMail, openCases, openMailDesk, took } from '../support/mail/mail-desk.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const cases = hasCases ? describe : describe.skip

const moveTo = (time: string) =>
  platform.clock.advance(Date.parse(time) - platform.clock.now().getTime())
const data = async (call: ReturnType<HelpDesk['write']>): Promise<Json> => {
  const { status, body, text } = await call
  if (status >= 300) throw new Error(text)
  return body.data
}

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const OFFICE = WEEK.map((day) => ({ day, opens: '09:00', closes: '17:00' }))
const ALWAYS = [...WEEK, 'saturday', 'sunday'].map((day) => ({
  day,
  opens: '00:00',
  closes: '24:00',
}))
const holidaysOf = (dates: string[]) => dates.map((date) => ({ date, name: 'A holiday' }))

/** A desk whose queue 3 has a plan in a calendar, at a time. */
async function openHeld(time: string, calendar: object, plan: object): Promise<HelpDesk> {
  moveTo(time)
  const desk = await openHelpDesk(platform)
  await data(desk.write('/calendars/61', calendar))
  await data(desk.write('/sla-plans/81', { priorities: [], ...plan }))
  await data(desk.write('/queues/3', { sla_plan_id: 81 }))
  return desk
}
const openedIn = (desk: HelpDesk, time: string) => {
  moveTo(new Date(Date.parse(time) - EARLY_MS).toISOString())
  return data(desk.write('/tickets', { subject: 'A case', body: 'Of a neighbour.', queue_id: 3 }))
}

/** A ticket is opened so much before its time that a slow request does not come after it. */
const EARLY_MS = 5_000
/** An instant as the table has it, within what a ticket is early and what slow requests move its pauses by. */
const isAbout = (found: string, wanted: string) =>
  Math.abs(Date.parse(found) - Date.parse(wanted)) <= 10_000

cases('a case of neighbouring desks', () => {
  test('g01: two agents with the same version, and a partial update without one', async () => {
    const at = await openCases(platform)
    const key = await at.tenant.key()
    await at.write('/tags', { slug: 'vip', name: 'VIP', color: '#aa0000' })
    const saved = new Map<string, string>()
    for (const { call, save, if_match, body, expect: wanted } of readCase('g01').steps) {
      const [method, path] = call.split(' ')
      const answer = await platform.call(path, {
        ...{ key, host: at.tenant.url, method, body },
        ...(if_match && { headers: { 'if-match': saved.get(if_match) as string } }),
      })
      const { status = 200, code, ...fields } = wanted ?? {}
      expect(answer.status).toBe(status)
      if (code) expect(answer.body.error.code).toBe(code)
      else expect(answer.body.data).toMatchObject(fields)
      const [, name] = /^ETag as (\w+)$/.exec(save ?? '') ?? []
      if (name) saved.set(name, answer.headers.get('etag') as string)
    }
    const told = await at.read('/audit?event_key=ticket.updated&limit=100')
    expect(told).toHaveLength(2)
  })

  test('g02: merged, not into itself nor back, and undone within the hour', async () => {
    const at = await openMailDesk(platform)
    const { before, steps } = readCase('g02')
    for (const n of [1, 2]) {
      await took(at, anyMail({ message_id: `<open-${n}@example.com>` }))
      for (let i = 1; i < before[`HD-00000${n}_messages`]; i += 1)
        await took(at, anyMail({ in_reply_to: `<open-${n}@example.com>` }))
    }
    const id = new Map<string, number>()
    for (const reference of ['HD-000001', 'HD-000002'])
      id.set(reference, (await at.read(`/tickets/${reference}`)).id)
    const undo = () => at.write('/tickets/HD-000002/unmerge', {})
    for (const { op, expect: wanted } of steps as Json[]) {
      const [, source, target] = /^merge (\S+) into (\S+)$/.exec(op) ?? []
      if (op.includes('mail reply arrived'))
        await took(at, anyMail({ in_reply_to: '<open-1@example.com>' }))
      const { status, body } = target
        ? await at.write(`/tickets/${source}/merge`, { into_id: id.get(target) })
        : op.startsWith('undo')
          ? await undo()
          : await at.write('/tickets/HD-000002/reply', { body: 'Any news?' })
      expect([op, status]).toEqual([op, wanted.status])
      if (wanted.names) expect(body.error.message).toContain(wanted.names)
      for (const [name, count] of Object.entries(wanted)) {
        const [, reference] = /^(HD-\d+)_messages_of_people$/.exec(name) ?? []
        if (reference)
          expect([op, await at.thread(reference)]).toEqual([
            op,
            Array(count).fill(expect.anything()),
          ])
      }
    }
  })

  test('g03: a close and the reply that comes beside it leave a status that agrees with the thread', async () => {
    const at = await openMailDesk(platform)
    const { steps, repeat } = readCase('g03')
    const [{ body }, { payload }] = steps[0].parallel
    const outcomes = new Set<string>()
    const race = async (n: number) => {
      // Each of another sender, so that no guard takes them for a loop.
      const from = `Ana <ana-${n}@example.com>`
      const { reference } = await took(at, anyMail({ from, message_id: `<open-${n}@example.com>` }))
      await at.write(`/tickets/${reference}/status`, { status: 'open' })
      const events = await at.read(`/tickets/${reference}`)
      const message_id = `<g03-${n}@example.com>`
      const reply = { ...payload, from, message_id, in_reply_to: `<open-${n}@example.com>` }
      const [closed, answered] = await Promise.all([
        at.write(`/tickets/${reference}/status`, body),
        took(at, { ...reply, subject: `Re: [${events.reference}]` }),
      ])
      expect([closed.status, answered.action]).toEqual([200, 'appended'])
      const { status } = await at.read(`/tickets/${reference}`)
      const entries: Json[] = await at.read(`/tickets/${reference}/messages?limit=100`)
      const placeOf = (is: (entry: Json) => boolean) =>
        entries.flatMap((entry, i) => (is(entry) ? [i] : []))
      const replies = placeOf((entry) => entry.body === payload.text)
      const resolved = placeOf(
        ({ change }) => change?.field === 'status' && change.to === 'resolved',
      )
      const reopened = placeOf(({ change }) => change?.from === 'resolved' && change.to === 'open')
      expect([replies.length, resolved.length]).toEqual([1, 1])
      const isLast = (resolved[0] as number) > (replies[0] as number)
      expect([status, reopened.length]).toEqual(isLast ? ['resolved', 0] : ['open', 1])
      outcomes.add(status)
    }
    for (let n = 1; n <= repeat; n += 10)
      await Promise.all(Array.from({ length: 10 }, (_, i) => race(n + i)))
    for (const status of outcomes) expect(['open', 'resolved']).toContain(status)
  })

  test('g04: custom fields are held to their types, and what is kept comes back as it was', async () => {
    const desk = await openHelpDesk(platform)
    const { schema, rows } = readCase('g04')
    const custom_fields = schema.map(({ required, key, options, ...field }: Json) => ({
      ...{ ...field, key, label: key, is_required: required === true },
      ...(options && { options }),
    }))
    const topic = await data(
      desk.write('/help-topics', { slug: 'case', name: 'A case', custom_fields }),
    )
    const judged = []
    for (const [fields] of rows) {
      const { status, body } = await desk.write('/tickets', {
        ...{ subject: 'A case', body: 'Of a neighbour.', help_topic_id: topic.id },
        custom_fields: fields,
      })
      if (status === 201) expect(body.data.custom_fields).toEqual(fields)
      judged.push(status === 201 ? 201 : `${status} ${body.error.details[0].field}`)
    }
    const wanted = rows.map(([, must]: [object, number | string]) =>
      typeof must === 'number' ? must : must.split(',')[0],
    )
    expect(judged).toEqual(wanted)
  })

  test('g05: due instants are those of the table, and a pause is one whatever it goes through', async () => {
    const { calendar, plan, rows } = readCase('g05')
    const held = {
      ...{ time_zone: calendar.zone, hours: OFFICE, holidays: holidaysOf(calendar.holidays) },
    }
    for (const { n, created, agent_reply, status = [], ...due } of rows) {
      const desk = await openHeld(created, held, plan)
      const { id } = await openedIn(desk, created)
      const steps: [string, string, object][] = [
        ...(agent_reply ? [[agent_reply, 'reply', { body: 'Soon.', agent_id: 21 }] as const] : []),
        ...status.map(([time, goal]: [string, string]) => [time, 'status', { status: goal }]),
      ]
      for (const [time, what, body] of steps) {
        moveTo(time)
        const now = await data(desk.write(`/tickets/${id}/${what}`, body))
        if (what === 'status' && now.status !== 'open') expect(now.sla_state).toBe('paused')
      }
      const ticket = await data(desk.read(`/tickets/${id}`))
      const found = [ticket.first_response_due_at, ticket.resolution_due_at]
      const wanted = [due.first_response_due, due.resolution_due]
      for (const [i, time] of found.entries())
        expect([n, time, wanted[i], isAbout(time, wanted[i])]).toEqual([n, time, wanted[i], true])
    }
  })

  const sla: [string, string, object, string[][]][] = [
    ['sla-01', '2026-10-23T13:00:00Z', {}, []],
    ['sla-02', '2026-10-23T13:00:00Z', { holidays: holidaysOf(['2026-10-26']) }, []],
    [
      'sla-03',
      '2026-10-23T13:00:00Z',
      {},
      [
        ['2026-10-23T14:00:00Z', 'pending'],
        ['2026-10-26T09:00:00Z', 'open'],
      ],
    ],
    ['sla-04', '2026-03-08T03:00:00Z', { time_zone: 'America/New_York', hours: ALWAYS }, []],
    ['sla-05', '2026-10-24T10:00:00Z', {}, []],
  ]
  test.each(sla)('%s is due as its line says', async (name, created, calendar, status) => {
    const { what, must } = namedCase(name)
    const held = { time_zone: 'Europe/Berlin', hours: OFFICE, holidays: [], ...calendar }
    const minutes = name === 'sla-04' ? 360 : 240
    // A pause holds the clock of the resolution alone (D-31).
    const plan = { first_response_minutes: minutes, resolution_minutes: minutes }
    const desk = await openHeld(created, held, { ...plan, pause_on_statuses: ['pending'] })
    const { id } = await openedIn(desk, created)
    for (const [time, goal] of status as [string, string][]) {
      moveTo(time)
      await data(desk.write(`/tickets/${id}/status`, { status: goal }))
    }
    const { first_response_due_at, resolution_due_at } = await data(desk.read(`/tickets/${id}`))
    const [wanted] = /\d{4}-\d\d-\d\dT[\d:]+Z/.exec(must) ?? []
    const found = status.length > 0 ? resolution_due_at : first_response_due_at
    expect([what, found, isAbout(found, wanted as string)]).toEqual([what, found, true])
  })

  test('canned-01, h01: what a customer has chosen is text, and each placeholder is known or named', async () => {
    const desk = await openHelpDesk(platform)
    await data(desk.write('/queues/3', { name: 'R&D' }))
    let made = 0
    const preview = async (body_md: string, name: string) => {
      const email = `case-${(made += 1)}@example.org`
      const requester = { email, name }
      const asked = { subject: 'S', body: 'B', queue_id: 3, requester }
      const { id, reference } = await data(desk.write('/tickets', asked))
      const response = { slug: `case-${made}`, title: 'A case', body_md }
      const saved = await desk.write('/canned-responses', response)
      if (saved.status !== 201) return { status: saved.status, reference, body: {} as Json }
      const path = `/canned-responses/${saved.body.data.id}`
      const answer = await desk.write(`${path}/preview`, { ticket_id: id })
      expect(await data(desk.read(path))).toMatchObject({ body_md, use_count: 0 })
      return { status: answer.status, reference, body: answer.body.data }
    }
    const templates = namedCase('canned-01').what.match(/\{\{+[^}]+\}\}+/g) as string[]
    const { body } = await preview(templates.join(', '), '<b>Ann</b>')
    expect(body).toEqual({
      text: '<b>Ann</b>, <b>Ann</b>, ',
      html: '<p>&lt;b&gt;Ann&lt;/b&gt;, &lt;b&gt;Ann&lt;/b&gt;, </p>',
      unknown: ['nobody.knows'],
    })
    const { ticket, rows } = readCase('h01')
    for (const [template, must] of rows as [string, string][]) {
      const found = await preview(template, ticket.requester.first_name)
      expect([template, found.status]).toEqual([template, must.startsWith('422') ? 422 : 200])
      if (found.status !== 200) continue
      const { html, text, unknown } = found.body
      expect(html).not.toMatch(/<(?:img|b)\b/)
      expect(unknown).toEqual(JSON.parse(/unknown: (\[[^\]]*\])/.exec(must)?.[1] ?? '[]'))
      if (!template.includes('queue')) continue
      expect(html).toBe(`<p>R&amp;D / ${found.reference}</p>`)
      expect(text).toBe(`R&D / ${found.reference}`)
    }
  })
})
