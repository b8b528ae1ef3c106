import { readFile } from 'node:fs/promises'
import { ApiError, createClient, paginate } from '../../packages/client/src/index.ts'
import { failure, json, post, single, startCounterpart } from './counterpart.ts'

/** The examples of a source file's docstrings, one after the other. */
async function examplesOf(file: string): Promise<string> {
  const source = await readFile(new URL(file, import.meta.url), 'utf8')
  const blocks = [...source.matchAll(/\* @example\n((?: \*(?: .*)?\n)+?)(?= \* @|  ?\*\/)/g)]
  return blocks.map(([, lines = '']) => lines.replaceAll(/^ \* ?/gm, '')).join('\n')
}

test('the examples of createClient do what they say', async () => {
  const server = await startCounterpart()
  const page = { data: [post], next_cursor: null, total_count: 1, has_more: false }
  const refused = failure(403, 'insufficient_scope', { required_scope: 'posts:write' })
  server.answer(json(201, single), json(200, page), refused)

  const printed: unknown[][] = []
  const print = (...words: unknown[]) => void printed.push(words)
  const names = {
    ApiError,
    paginate,
    console: { log: print, error: print },
    createClient: (options: { baseUrl: string; apiKey: string }) =>
      createClient({ ...options, baseUrl: server.url }),
  }
  const code = await examplesOf('../../packages/client/src/client.ts')
  const run = new Function(...Object.keys(names), `return (async () => {${code}})()`)
  await run(...Object.values(names))

  expect(printed).toEqual([
    ['retroseller', post.body],
    ['insufficient_scope', 'posts:write', 'req_01jw0wnp3a2e8r6f4k1v7c9d5b'],
  ])
  expect(server.seen.map(({ method, url }) => `${method} ${url.pathname}${url.search}`)).toEqual([
    'POST /api/v1/posts',
    'GET /api/v1/posts?thread_id=118',
    'POST /api/v1/posts/4502/delete',
  ])
  expect(server.seen[2]?.headers['idempotency-key']).toBe('delete-4502')
  await server.close()
})
