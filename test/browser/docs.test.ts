import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { published } from '../../packages/contract/src/artifacts.ts'
import { unsubscribePath } from '../../packages/domain/src/help/notifications/unsubscribing.ts'
import { ratingPath } from '../../packages/domain/src/help/satisfaction/rating.ts'
import { buildDocs } from '../../packages/docs/src/site.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { describeInBrowser, launchChromium } from './chromium.ts'
import { faintTexts } from './contrast.ts'

type Operations = Record<string, { summary?: string }>
const contract = JSON.parse(published.json.toString()) as {
  paths: Record<string, Operations>
  webhooks: Record<string, Operations>
}
const summaries = [contract.paths, contract.webhooks]
  .flatMap((group) => Object.values(group).flatMap((item) => Object.values(item)))
  .map(({ summary }) => summary)
  .filter((summary) => summary !== undefined)

const desktop = { width: 1440, height: 900 }
const PAPERS = { dark: 'rgb(17, 22, 36)', light: 'rgb(255, 255, 255)' }
const phone = { width: 390, height: 844 }
/** The reference takes ten seconds of a processor to draw, which a busy machine does not have at once. */
const DRAWN = { timeout: 150_000 }
const HOOK_MS = 180_000

describeInBrowser('documentation and plain pages in a browser', () => {
  let folder: string
  let platform: Platform
  let browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mobieus-docs-'))
    await buildDocs(folder)
    platform = await startPlatform({ docsFolder: folder })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.close()
    await rm(folder, { recursive: true })
  })

  /** Opens a page with every other origin cut off; `complaints` is all that the browser minds. */
  async function open(at: string, colorScheme: 'dark' | 'light', viewport = desktop) {
    const complaints: string[] = []
    const context = await browser.newContext({ colorScheme, viewport })
    await context.route('**', (route) => {
      if (new URL(route.request().url()).origin === platform.url) return route.continue()
      complaints.push(`asked for ${route.request().url()}`)
      return route.abort()
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    const response = await page.goto(new URL(at, platform.url).href)
    return { page, complaints, response, close: () => context.close() }
  }

  const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)

  /** The reference takes seconds to draw: it is opened once, and once more when its theme is changed. */
  describe('the reference', () => {
    let opened: Awaited<ReturnType<typeof open>>
    let page: Page
    beforeAll(async () => {
      opened = await open('/api/docs/', 'dark')
      page = opened.page
      await page.waitForSelector('#redoc[data-ready]', DRAWN)
    }, HOOK_MS)
    afterAll(() => opened?.close())
    afterEach(() => expect(opened.complaints).toEqual([]))

    async function isWhole() {
      const headings = await page.locator('#redoc h2').allTextContents()
      const shown = headings.map((heading) =>
        heading.replace(/\s*(?:(?:Webhook|Deprecated)\s*)*$/i, ''),
      )
      expect(summaries.filter((summary) => !shown.includes(summary))).toEqual([])

      const post = page.locator('[id="tag/core.posts/operation/createPost"]')
      expect(await post.textContent()).toContain('Needs posts:write.')
      await post.getByRole('tab', { name: 'curl' }).click()
      const sample = await post.locator('pre').first().textContent()
      expect(sample).toContain(`curl '${platform.url}/api/v1/posts'`)
      expect(sample).toContain('"forum_slug"')

      // By its element: to find roles on so large a page takes a second each time.
      const failures = page.locator('button', { hasText: /^default/ })
      await failures.first().click()
      await failures.last().click()
      expect(await page.evaluate(faintTexts)).toEqual([])
    }

    test('shows every operation and event, dark', async () => {
      expect(await themeOf(page)).toBe('dark')
      await isWhole()
      expect(opened.response?.headers()['content-security-policy']).toContain("script-src 'self';")
    })

    test('finds an operation by a word of it', async () => {
      await page.getByPlaceholder('Search...').fill('schedule')
      await page.getByRole('menuitem', { name: "Schedule a user's deletion" }).first().waitFor()
    })

    test(
      'shows every operation and event, light, when its reader chooses so',
      async () => {
        await page.locator('#theme').click()
        await page.waitForSelector('html[data-theme=light] #redoc[data-ready]', DRAWN)
        await isWhole()
      },
      HOOK_MS,
    )

    test('fits a phone', async () => {
      await page.setViewportSize(phone)
      await expectToFit(page, '/api/docs/')
      await page.setViewportSize(desktop)
    })

    test('remembers the theme that its reader chose', async () => {
      await page.goto(`${platform.url}/docs/glossary`)
      expect(await themeOf(page)).toBe('light')
      await page.locator('#theme').click()
      expect(await themeOf(page)).toBe('dark')
    })
  })

  async function expectToFit(page: Page, at: string) {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([at, width]).toEqual([at, phone.width])
  }

  test.each(['dark', 'light'] as const)('is %s where the system is', async (scheme) => {
    const { page, complaints, close } = await open('/docs/glossary', scheme)
    expect(await themeOf(page)).toBe(scheme)
    expect(complaints).toEqual([])
    await close()
  })

  test('fits a phone', async () => {
    for (const at of ['/docs/guides/webhooks', '/docs/errors/', '/docs/glossary']) {
      const { page, complaints, close } = await open(at, 'light', phone)
      await expectToFit(page, at)
      expect(complaints).toEqual([])
      await close()
    }
  })

  test('plain pages have their style and fit a phone, in either theme', async () => {
    const { tenant, server } = platform
    const { secrets } = server.services
    const { tenantId } = tenant.live
    const event_key = 'ticket.created'
    const paths = [
      '/dev/mailbox',
      '/admin/sign-in?token=x',
      ratingPath(secrets, tenantId, 1),
      unsubscribePath(secrets, tenantId, { scope: 'requester', scope_id: 1, event_key }),
    ]
    for (const [scheme, paper] of Object.entries(PAPERS)) {
      const { page, complaints, close } = await open(
        paths[0] as string,
        scheme as 'dark' | 'light',
        phone,
      )
      for (const at of paths) {
        await page.goto(platform.url + at)
        const shown = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
        expect([at, shown]).toEqual([at, paper])
        await expectToFit(page, at)
        expect(await page.evaluate(faintTexts)).toEqual([])
      }
      expect(complaints).toEqual([])
      await close()
    }
  })

  test('explains a failure at the address that the failure names', async () => {
    const { body } = await platform.call('/api/v1/posts/1', { key: null })
    const { page, complaints, response, close } = await open(body.error.doc_url, 'dark')
    expect(response?.status()).toBe(200)
    expect(await page.locator('h1').textContent()).toBe('invalid_api_key')
    expect(await page.evaluate(faintTexts)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })
})
