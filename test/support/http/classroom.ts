import type { Called, Json, Platform, TestTenant } from './platform.ts'

/** A tenant without courses, whose Learn is called with a key of every scope. */
export interface Classroom {
  readonly tenant: TestTenant
  read(path: string): Promise<Called>
  write(path: string, body?: object): Promise<Called>
  /** The data of a write that succeeds. */
  ok(path: string, body?: object): Promise<Json>
  /** The data of all rows of a list, whose total is their number. */
  rows(path: string): Promise<Json[]>
  /** A member of their own. */
  member(): Promise<number>
  /** A course that is published. */
  course(more?: object): Promise<Json>
  /** The data of the events of a type, oldest first. */
  told(type: string): Promise<Json[]>
  /** The entries of the audit log, oldest first. */
  audited(): Promise<Json[]>
}

let made = 0

export async function openClassroom(platform: Platform): Promise<Classroom> {
  const tenant = await platform.addTenant()
  const [key, cookie] = [await tenant.key(), await tenant.session()]
  const call = (path: string, rest: object = {}) =>
    platform.call(path, { key, host: tenant.url, ...rest })
  const read = (path: string) => call(`/api/v1/learn${path}`)
  const post = async (path: string, body: object = {}) => {
    const { status, body: answer, text } = await call(path, { method: 'POST', body })
    if (status >= 300) throw new Error(text)
    return answer.data as Json
  }
  const ok: Classroom['ok'] = (path, body) => post(`/api/v1/learn${path}`, body)
  return {
    ...{ tenant, read, ok },
    write: (path, body = {}) => call(`/api/v1/learn${path}`, { method: 'POST', body }),
    async rows(path) {
      const { body, text } = await read(path)
      if (body.total_count !== body.data?.length) throw new Error(text)
      return body.data
    },
    async member() {
      const username = `learner-${++made}`
      return (await post('/api/v1/users', { username, email: `${username}@example.com` })).id
    },
    async course(more = {}) {
      const { id } = await ok('/courses', { slug: `course-${++made}`, title: 'Course', ...more })
      return ok(`/courses/${id}/publish`)
    },
    async told(type) {
      const { body } = await call(`/api/v1/events?type=${type}&order=asc`)
      return body.data.map(({ data }: Json) => data)
    },
    async audited() {
      const { body } = await call('/api/admin/audit-log', { key: cookie })
      return body.data.toReversed()
    },
  }
}
