import { localFetch } from './local-fetch.ts'
import type { Called, Json, Platform, TestTenant } from './platform.ts'

/** A tenant without courses, which is called with a key of every scope. */
export interface School {
  readonly tenant: TestTenant
  read(path: string, headers?: Record<string, string>): Promise<Called>
  write(path: string, body?: object): Promise<Called>
  /** Bytes, such as a PDF. */
  bytes(path: string, headers?: Record<string, string>): Promise<Response>
  /** The data of a write that succeeds. */
  ok(path: string, body?: object): Promise<Json>
  /** A course that is published. */
  course(fields?: object): Promise<Json>
  /** The certificate of a new member, by this name, who has completed a course. */
  certificate(name: string, courseId: number): Promise<Json>
}

let members = 0

export async function openSchool(platform: Platform): Promise<School> {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const call = (path: string, more: object) =>
    platform.call(path, { key, host: tenant.url, ...more })
  const at = (path: string) => `/api/v1/learn${path}`
  const done = async (path: string, body: object) => {
    const { status, body: answer, text } = await call(path, { method: 'POST', body })
    if (status >= 300) throw new Error(text)
    return answer.data as Json
  }
  const ok: School['ok'] = (path, body = {}) => done(at(path), body)
  const read: School['read'] = (path, headers = {}) => call(at(path), { headers })
  return {
    ...{ tenant, ok, read },
    bytes: (path, headers = {}) =>
      localFetch(tenant.url + at(path), {
        headers: { authorization: `Bearer ${key}`, ...headers },
      }),
    write: (path, body = {}) => call(at(path), { method: 'POST', body }),
    async course(fields = {}) {
      const { id } = await ok('/courses', {
        slug: `course-${++members}`,
        title: 'A course',
        ...fields,
      })
      return ok(`/courses/${id}/publish`)
    },
    async certificate(name, courseId) {
      const username = `learner-${++members}`
      const member = { username, email: `${username}@example.com`, display_name: name }
      const { id } = await done('/api/v1/users', member)
      const enrollment = await ok('/enrollments', { user_id: id, course_id: courseId })
      await ok(`/enrollments/${enrollment.id}/complete`, { score_pct: 90 })
      const { body } = await read(`/certificates?user_id=${id}`)
      return body.data[0]
    },
  }
}
