import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import type * as Client from '../../packages/client/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { describeInBrowser, launchChromium } from './chromium.ts'

declare global {
  /** The client, as the page imports it. */
  var mobieus: typeof Client
}

/** The client in one file for browsers. In a process of its own: esbuild refuses Jest's realm. */
async function bundleClient(): Promise<string> {
  const options = {
    entryPoints: ['packages/client/src/index.ts'],
    bundle: true,
    conditions: ['mobieus'],
    format: 'iife',
    globalName: 'mobieus',
    platform: 'browser',
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['-e', `require('esbuild').buildSync(${JSON.stringify(options)})`],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), maxBuffer: 1 << 26 },
  )
  return stdout
}

describeInBrowser('the API from a page of another origin', () => {
  let platform: Platform
  let site: Server
  let origin: string
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const script = await bundleClient()
    site = createServer((req, res) => {
      const isScript = req.url === '/client.js'
      res.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
      res.end(isScript ? script : '<!doctype html><script src="/client.js"></script>')
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    origin = `http://shop.localhost:${(site.address() as AddressInfo).port}`
    platform = await startPlatform()
    browser = await launchChromium()
    page = await browser.newPage()
    await page.goto(origin)
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.close()
    site?.close()
  })

  test('reads, and sees the headers that the contract declares', async () => {
    const apiKey = await platform.tenant.key({ rateLimit: 120 })
    const seen = await page.evaluate(
      async (options) => {
        const client = mobieus.createClient(options)
        const { data, response } = await client.callRaw('listPosts', { query: { limit: 2 } })
        const header = (name: string) => response.headers.get(name)
        return {
          requestId: data.request_id,
          header: header('X-Request-Id'),
          limit: header('X-RateLimit-Limit'),
          remaining: header('X-RateLimit-Remaining'),
          reset: header('X-RateLimit-Reset'),
          ietf: header('RateLimit'),
        }
      },
      { baseUrl: platform.url, apiKey },
    )
    expect(seen.requestId).toMatch(/^req_/)
    expect(seen.header).toBe(seen.requestId)
    expect(seen.limit).toBe('120')
    expect(Number(seen.remaining)).toBeLessThan(120)
    expect(Number(seen.reset)).toBeGreaterThan(0)
    expect(seen.ietf).toMatch(/^"default";r=\d+;t=\d+$/)
  })

  test('writes with an Idempotency-Key, once', async () => {
    const [first, second] = await page.evaluate(
      async (options) => {
        const client = mobieus.createClient(options)
        const write = async () => {
          const body = { username: 'joystick_jo', email: 'jo@example.com' }
          const key = { idempotencyKey: 'from-a-page' }
          const { data, response } = await client.callRaw('createUser', { body }, key)
          const { headers, status } = response
          const replayed = headers.get('Idempotency-Replayed')
          return { id: data.data.id, status, replayed, location: headers.get('Location') }
        }
        return [await write(), await write()] as const
      },
      { baseUrl: platform.url, apiKey: platform.secret },
    )
    expect(first).toMatchObject({ status: 201, replayed: null })
    expect(first.location).toBe(`/api/v1/users/${first.id}`)
    expect(second).toMatchObject({ id: first.id, status: 201, replayed: 'true' })
  })

  test('reads what a failure says', async () => {
    const apiKey = await platform.tenant.key({ scopes: ['posts:read'] })
    const failures = await page.evaluate(
      async ({ baseUrl, apiKey }) => {
        const told = async (client: Client.Client) => {
          const body = { forum_slug: 'atari-2600', title: 'x', body: 'x' }
          const error = await client.call('createPost', { body }).catch((reason: unknown) => reason)
          if (!(error instanceof mobieus.ApiError)) return { code: String(error) }
          const { status, code, facts, requestId } = error
          return { status, code, facts, requestId }
        }
        const { createClient } = mobieus
        return [
          await told(createClient({ baseUrl, apiKey })),
          await told(createClient({ baseUrl, apiKey: 'mc_live_nonsense' })),
        ]
      },
      { baseUrl: platform.url, apiKey },
    )
    expect(failures).toEqual([
      {
        status: 403,
        code: 'insufficient_scope',
        facts: { required_scope: 'posts:write' },
        requestId: expect.stringMatching(/^req_/),
      },
      {
        status: 401,
        code: 'invalid_api_key',
        facts: {},
        requestId: expect.stringMatching(/^req_/),
      },
    ])
  })

  test('is blocked by a tenant that names other origins, and let in by one that names it', async () => {
    const outcomes: string[] = []
    for (const allowed of ['https://app.example.com', origin]) {
      const tenant = await platform.addTenant()
      await tenant.setIni(`cors.allowed_origins[] = ${allowed}\n`)
      const outcome = await page.evaluate(
        async (options) => {
          const call = mobieus.createClient(options).call('getMe')
          return call.then(
            ({ data }) => `let in by ${data.tenant.plan}`,
            (error: Error) => error.name,
          )
        },
        { baseUrl: tenant.url, apiKey: await tenant.key(), maxRetries: 0 },
      )
      outcomes.push(outcome)
    }
    expect(outcomes).toEqual(['TypeError', 'let in by pro'])
  })
})
