import type { Called, Json, Platform, TestTenant } from './platform.ts'

/** A tenant without courses, whose Learn is called with a key of every scope. */
export interface Academy {
  readonly tenant: TestTenant
  read(path: string): Promise<Called>
  write(path: string, body?: object): Promise<Called>
  /** The data of a write that succeeds. */
  ok(path: string, body?: object): Promise<Json>
  /** A course that is published; answers its id. */
  course(slug?: string): Promise<number>
  /** Another member, with an address of that name. */
  member(username?: string): Promise<number>
  /** How many events of a type there are. */
  told(type: string): Promise<number>
}

let made = 0

export async function openAcademy(platform: Platform): Promise<Academy> {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const call = (path: string, body?: object) =>
    platform.call(path, { key, host: tenant.url, ...(body && { method: 'POST', body }) })
  const at = (path: string) => `/api/v1/learn${path}`
  const write: Academy['write'] = (path, body = {}) => call(at(path), body)
  const ok: Academy['ok'] = async (path, body) => {
    const { status, body: answer, text } = await write(path, body)
    if (status >= 300) throw new Error(text)
    return answer.data
  }
  return {
    ...{ tenant, write, ok },
    read: (path) => call(at(path)),
    async course(slug = `course-${++made}`) {
      const { id } = await ok('/courses', { slug, title: slug })
      await ok(`/courses/${id}/publish`)
      return id
    },
    async member(username = `learner-${++made}`) {
      const { body } = await call('/api/v1/users', { username, email: `${username}@example.com` })
      return body.data.id
    },
    told: async (type) => (await call(`/api/v1/events?type=${type}`)).body.total_count,
  }
}
