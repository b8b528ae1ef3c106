import type { Called, Json, Platform, TestTenant } from './platform.ts'

/** A tenant without pages, whose wiki is called with a key of every scope. */
export interface Wiki {
  readonly tenant: TestTenant
  read(path: string, headers?: Record<string, string>): Promise<Called>
  write(path: string, body?: object, headers?: Record<string, string>): Promise<Called>
  /** The data of a write that succeeds. */
  ok(path: string, body?: object): Promise<Json>
  /** A page with this slug and text. */
  page(slug: string, content_markdown?: string, more?: object): Promise<Json>
  /** Another member, who may act and be named as author. */
  member(username?: string): Promise<number>
  /** The slugs of what is found, in their order. */
  found(q: string, query?: string): Promise<string[]>
}

let members = 0

export async function openWiki(platform: Platform): Promise<Wiki> {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const at = (path: string) => `/api/v1/know${path}`
  const read: Wiki['read'] = (path, headers = {}) =>
    platform.call(at(path), { key, host: tenant.url, headers })
  const write: Wiki['write'] = (path, body, headers = {}) =>
    platform.call(at(path), { key, host: tenant.url, method: 'POST', body, headers })
  const ok: Wiki['ok'] = async (path, body) => {
    const { status, body: answer, text } = await write(path, body)
    if (status >= 300) throw new Error(text)
    return answer.data
  }
  return {
    ...{ tenant, read, write, ok },
    page: (slug, content_markdown = 'Text.', more = {}) =>
      ok('/pages', { slug, title: slug, content_markdown, ...more }),
    async member(username = `writer-${++members}`) {
      const body = { username, email: `${username}@example.com` }
      const call = { key, host: tenant.url, method: 'POST', body }
      return (await platform.call('/api/v1/users', call)).body.data.id
    },
    async found(q, query = '') {
      const { body, text } = await read(`/search?q=${encodeURIComponent(q)}${query}`)
      if (!body.data) throw new Error(text)
      return body.data.map(({ slug }: Json) => slug)
    },
  }
}
