import { localFetch } from './local-fetch.ts'
import type { CourseRoom } from './course-room.ts'
import type { Json, Platform } from './platform.ts'

/** The player of a launch, as a browser runs it, with the same run-time and the same sender. */
export interface Player {
  /** The address of the player's page, at the content's origin. */
  readonly address: string
  readonly items: readonly { readonly identifier: string; readonly launch: string | null }[]
  post(path: string, body: object): Promise<{ status: number; body: Json }>
  file(path: string, headers?: Record<string, string>): Promise<Response>
  /** Opens an item: its API as content sees it, and its sender. */
  open(item?: string): Promise<Run>
}

/** A run of an item. */
export interface Run {
  readonly opened: Json
  /** The calls of the standard, without `LMS`: `call('SetValue', 'cmi.core.exit', 'suspend')`. */
  call(name: string, ...values: string[]): string
  /** Sends what there is, and waits for the answers. */
  settle(): Promise<void>
  /** Closes the window. */
  close(): Promise<void>
  /** The statuses of what was sent. */
  readonly statuses: readonly number[]
}

const BROWSER = '../../../packages/server/browser/learn/'
const { createRunTime } = (await import(`${BROWSER}run-time.js`)) as Json
export const { createCommits } = (await import(`${BROWSER}commits.js`)) as Json
const { Scorm12API } = (await import('scorm-again/scorm12')) as Json
const { Scorm2004API } = (await import('scorm-again/scorm2004')) as Json

/** A course, published, with one activity that plays a package; answers the ids. */
async function openPlayedCourse(
  platform: Platform,
  room: CourseRoom,
  packageId: number,
): Promise<{ courseId: number; activityId: number }> {
  const slug = `course-${packageId}`
  const { id: courseId } = await room.ok('/courses', { slug, title: slug, language: 'en' })
  await room.ok(`/courses/${courseId}/publish`, {})
  const tenantId = room.tenant.live.tenantId
  const add = async (table: string, columns: string, ...values: unknown[]): Promise<number> => {
    const places = values.map((_, i) => `$${i + 4}`).join(', ')
    const { rows } = await platform.query(
      `insert into ${table} (tenant_id, course_id, created_at, updated_at, title, position, ${columns})
       values ($1, $2, $3, $3, 'Part', 1, ${places}) returning id`,
      [tenantId, courseId, platform.clock.now(), ...values],
    )
    return Number(rows[0].id)
  }
  const moduleId = await add('learn_modules', 'summary', null)
  const lessonId = await add('learn_lessons', 'module_id', moduleId)
  const activityId = await add(
    'learn_activities',
    'lesson_id, kind, scorm_package_id',
    ...[lessonId, 'scorm', packageId],
  )
  return { courseId, activityId }
}

let learners = 0

/** A package in a course of its own, with a learner who is enrolled. */
export async function teach(platform: Platform, room: CourseRoom, zip: Buffer) {
  const { id: packageId, status, failure, ...shown } = await room.imported(zip)
  if (status !== 'ready') throw new Error(failure)
  const { courseId, activityId } = await openPlayedCourse(platform, room, packageId)
  const username = `learner-${++learners}`
  const body = { username, email: `${username}@example.com`, display_name: 'Ann Ör' }
  const call = { key: await room.tenant.key(), host: room.tenant.url, method: 'POST', body }
  const { id: user_id } = (await platform.call('/api/v1/users', call)).body.data
  const { id: enrollmentId } = await room.ok('/enrollments', { user_id, course_id: courseId })
  const rows = async (table: 'learn_runs' | 'learn_progress'): Promise<Json[]> =>
    (await platform.query(`select * from ${table} where enrollment_id = $1`, [enrollmentId])).rows
  const address = async (): Promise<string> =>
    (await room.ok(`/activities/${activityId}/launch`, { actor_id: user_id })).url
  return {
    ...{ packageId: packageId as number, enrollmentId, shown: shown as Json, rows, address },
    row: async (table: 'learn_runs' | 'learn_progress') => (await rows(table))[0],
    launch: async (): Promise<Player> => launch(await address()),
    enrollment: async (): Promise<Json> =>
      (await room.read(`/enrollments/${enrollmentId}`)).body.data,
  }
}

/** Follows the address of a launch to the player. */
async function launch(url: string): Promise<Player> {
  const answer = await localFetch(url, { redirect: 'manual' })
  return openPlayer(String(answer.headers.get('location')))
}

/** Opens the player's page. */
async function openPlayer(address: string): Promise<Player> {
  const page = await (await localFetch(address)).text()
  const told = /id="launch">(.*?)<\/script>/s.exec(page)?.[1]
  if (told === undefined) throw new Error(page)
  const { items } = JSON.parse(told) as Json
  const post: Player['post'] = async (path, body) => {
    const headers = { 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await localFetch(address + path, sent)
    return { status: answer.status, body: (await answer.json()) as Json }
  }
  return {
    ...{ address, items, post },
    file: (path, headers = {}) => localFetch(`${address}files/${path}`, { headers }),
    async open(item = items[0].identifier) {
      const { status, body } = await post('open', { item })
      if (status !== 200) throw new Error(JSON.stringify(body))
      return runOf(post, item, body)
    },
  }
}

function runOf(post: Player['post'], item: string, opened: Json): Run {
  const is12 = opened.standard === 'scorm_1_2'
  const statuses: number[] = []
  const waiting = new Set<Promise<unknown>>()
  const sender = createCommits({
    ...{ url: 'commit', item, opening: opened.opening, answered: () => undefined },
    post: (url: string, body: string) => {
      const answer = post(url, JSON.parse(body))
      waiting.add(answer)
      return answer.then((told) => {
        waiting.delete(answer)
        statuses.push(told.status)
        return told
      })
    },
  })
  const { api } = createRunTime({
    ...{
      Api: is12 ? Scorm12API : Scorm2004API,
      standard: opened.standard,
      cmi: opened.cmi,
      offers: opened.offers,
    },
    changed: sender.change,
    called: sender.send,
    ended: sender.end,
  })
  const nameOf = (name: string) =>
    is12 ? `LMS${name === 'Terminate' ? 'Finish' : name}` : name === 'Finish' ? 'Terminate' : name
  return {
    ...{ opened, statuses },
    call: (name, ...values) => String(api[nameOf(name)](...(values.length > 0 ? values : ['']))),
    async settle() {
      await sender.settle()
      await Promise.all(waiting)
    },
    async close() {
      sender.close()
      while (waiting.size > 0) await Promise.all(waiting)
    },
  }
}
