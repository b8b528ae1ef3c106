import { setTimeout as pause } from 'node:timers/promises'
import { localFetch } from '../../test/support/http/local-fetch.ts'

type Json = any // eslint-disable-line @typescript-eslint/no-explicit-any

/** A package in a course of its own, with a learner who is enrolled. */
export interface Taught {
  readonly standard: string
  /** The parts that are launched, in their order. */
  readonly items: readonly { readonly identifier: string; readonly kind: string }[]
  /** The address of a new launch. */
  launch(): Promise<string>
  enrollment(): Promise<Json>
  certificates(): Promise<readonly Json[]>
}

/** A tenant that is called over HTTP, as a customer does it. */
export interface School {
  teach(name: string, zip: Buffer): Promise<Taught>
}

let courses = 0

export function openSchool(origin: string, key: string): School {
  const call = async (path: string, init: RequestInit = {}): Promise<Json> => {
    const headers = { ...init.headers, authorization: `Bearer ${key}` }
    const answer = await localFetch(`${origin}/api/v1${path}`, { ...init, headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return JSON.parse(text).data
  }
  const write = (path: string, body: object = {}) =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  async function imported(name: string, zip: Buffer): Promise<Json> {
    const body = new FormData()
    body.append('file', new File([new Uint8Array(zip)], `${name}.zip`))
    let found = await call('/learn/scorm-packages', { method: 'POST', body })
    while (found.status === 'processing') {
      await pause(100)
      found = await call(`/learn/scorm-packages/${found.id}`)
    }
    if (found.status !== 'ready') throw new Error(`import failed: ${found.failure}`)
    return found
  }

  return {
    async teach(name, zip) {
      const found = await imported(name, zip)
      const unique = `check-scorm-${++courses}-${Date.now()}`
      const course = await write('/learn/courses', { slug: unique, title: name })
      const module = await write(`/learn/courses/${course.id}/modules`, { title: name })
      const lesson = await write(`/learn/modules/${module.id}/lessons`, { title: name })
      const part = { kind: 'scorm', title: name, scorm_package_id: found.id }
      const activity = await write(`/learn/lessons/${lesson.id}/activities`, part)
      await write(`/learn/courses/${course.id}/publish`)
      const person = { username: unique, email: `${unique}@example.com` }
      const learner = await write('/users', person)
      const enrolled = { user_id: learner.id, course_id: course.id }
      const { id } = await write('/learn/enrollments', enrolled)
      return {
        standard: found.standard,
        items: found.items.filter((item: Json) => item.launch_path !== null),
        launch: async () =>
          (await write(`/learn/activities/${activity.id}/launch`, { actor_id: learner.id })).url,
        enrollment: () => call(`/learn/enrollments/${id}`),
        certificates: () => call(`/learn/certificates?user_id=${learner.id}`),
      }
    },
  }
}
