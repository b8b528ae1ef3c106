import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { mobieus } from '../demo-server.ts'
import { run } from '../run.ts'

const HOST = 'demo.localhost'

/** A session of the console. */
export interface Session {
  readonly cookie: string
  readonly csrfToken: string
}

/** Signs in to the demo's console as its administrator. */
export async function signIn(
  baseUrl: string,
  env: Readonly<Record<string, string>>,
): Promise<Session> {
  const printed = await run(mobieus('sign-in', 'demo'), { cwd: process.cwd(), env })
  const token = /token=(\S+)/.exec(printed)?.[1]
  if (!token) throw new Error(`no link to sign in with:\n${printed}`)
  const opened = await ask(`${baseUrl}/admin/sign-in`, {
    body: new URLSearchParams({ token }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const [pair = ''] = opened.headers['set-cookie']?.[0]?.split(';') ?? []
  if (!pair) throw new Error(`signing in was answered with ${opened.statusCode}`)
  const session = await ask(`${baseUrl}/api/admin/session`, { headers: { cookie: pair } })
  const { data } = JSON.parse(await text(session)) as { data: { csrf_token: string } }
  return { cookie: pair.slice(pair.indexOf('=') + 1), csrfToken: data.csrf_token }
}

/** Not fetch(), which sends no Host but the URL's. */
function ask(
  url: string,
  { body, headers }: { body?: string; headers: Record<string, string> },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { method: body ? 'POST' : 'GET', headers: { ...headers, host: HOST } }, resolve)
      .once('error', reject)
      .end(body)
  })
}
