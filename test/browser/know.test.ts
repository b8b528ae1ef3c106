import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { readGuides } from '../../packages/cli/src/demo/guides.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { writePage } from '../support/http/wiki-rows.ts'
import { knowTexts } from '../support/know-cases.ts'
import { brokenRules } from './axe.ts'
import { describeInBrowser, launchChromium } from './chromium.ts'
import { bodies, fields } from './xss-payloads.ts'

const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

describeInBrowser('the wiki in a browser', () => {
  let platform: Platform
  let browser: Browser
  let revision: number

  beforeAll(async () => {
    platform = await startPlatform()
    browser = await launchChromium()
    for (const { slug, title, text } of readGuides())
      [, revision = 0] = await writePage(platform, {
        ...{
          slug,
          title,
          text,
          tags: ['api'],
          before: ['An older text.'],
          summary: 'Written anew',
        },
      })
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.close()
  })

  /** A context in which nothing but the platform is reached; `heard` is all that it minds. */
  async function open(options: BrowserContextOptions) {
    const heard: string[] = []
    const context = await browser.newContext(options)
    await context.exposeBinding('alert', (_, text) => void heard.push(`alert(${text})`))
    await context.route('**', (route) => {
      if (new URL(route.request().url()).origin === platform.url) return route.continue()
      heard.push(`asked for ${route.request().url()}`)
      return route.abort()
    })
    const page = await context.newPage()
    page.on('dialog', (dialog) => {
      heard.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('popup', (popup) => heard.push(`popup ${popup.url()}`))
    return { page, heard, close: () => context.close() }
  }

  const go = (page: Page, path: string) => page.goto(platform.url + path)

  /** A tab of a member who is signed in. */
  async function openSignedIn(options: BrowserContextOptions) {
    const tab = await open(options)
    const [, value = ''] = (await platform.tenant.session()).split(' ')
    await tab.page.context().addCookies([{ name: 'mobieus_session', value, url: platform.url }])
    return tab
  }

  const comment = (slug: string, body: object) =>
    platform.call(`/api/v1/know/pages/${slug}/comments`, { body })

  test('pages give scripts of texts no way to run, even without the policy', async () => {
    const armed = await open({ bypassCSP: true })
    await armed.page.route('**/know/armed', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<main id="main"><p><img src="none" onerror="alert(1)"><a href="javascript:alert(2)">a</a></main>',
      }),
    )
    await go(armed.page, '/know/armed')
    expect(await armed.page.evaluate(provoke)).toEqual([
      'onerror=alert(1)',
      'href=javascript:alert(2)',
    ])
    while (armed.heard.length < 2) await armed.page.evaluate(() => undefined)
    expect(armed.heard.sort()).toEqual(['alert(1)', 'alert(2)'])
    await armed.close()
    const tabs = await Promise.all([1, 2, 3, 4].map(() => open({ bypassCSP: true })))
    const found: string[] = []
    /** Each text is shown and provoked in one of the tabs. */
    const eachOf = (
      texts: readonly string[],
      show: (i: number, text: string) => Promise<string[]>,
    ) =>
      Promise.all(
        tabs.map(async ({ page }, tab) => {
          for (let i = tab; i < texts.length; i += tabs.length) {
            const text = texts[i] ?? ''
            for (const path of await show(i, text)) {
              await go(page, path)
              const faults = await page.evaluate(provoke)
              found.push(...faults.map((fault) => `${path} ${text}: ${fault}`))
            }
          }
        }),
      )
    await eachOf([...bodies, ...knowTexts()], async (i, text) => {
      await writePage(platform, { slug: `body-${i}`, text: `before ${text}\n\n${text}\n\nafter` })
      return [`/know/body-${i}`]
    })
    await eachOf(fields, async (i, text) => {
      const said = { title: text, tags: [text], summary: text, text: `# ${text}` }
      const [before] = await writePage(platform, { slug: `field-${i}`, ...said, before: [text] })
      await comment(`field-${i}`, { body: text, anchor: { exact: text } })
      const asked = encodeURIComponent(text)
      return [
        ...[`/know/field-${i}`, `/know/field-${i}/history`, `/know/field-${i}/history/${before}`],
        ...[`/know/search?q=${asked}`, `/know/index?tag=${asked}`],
      ]
    })
    const heard = tabs.flatMap((tab) => tab.heard)
    await Promise.all(tabs.map(({ close }) => close()))
    expect(bodies.length + fields.length).toBeGreaterThan(80)
    expect([heard, found]).toEqual([[], []])
  }, 120_000)

  test('a script that got onto a page all the same would be stopped', async () => {
    const { page, heard, close } = await open({})
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    const { text, headers } = await platform.call('/know/api-scim', { key: null })
    const body = text.replace('<main', '<script>alert(1)</script><main')
    await page.route('**/know/api-scim', (route) =>
      route.fulfill({ body, headers: Object.fromEntries(headers) }),
    )
    await go(page, '/know/api-scim')
    expect(heard).toEqual([])
    expect(complaints.join()).toContain('Content Security Policy')
    await close()
  })

  test.each(['light', 'dark'] as const)(
    'every page is for everybody, %s',
    async (colorScheme) => {
      const { page, heard, close } = await openSignedIn({ colorScheme, viewport: desktop })
      const { id } = (await comment('api-events', { body: 'Which?', anchor: { exact: 'events' } }))
        .body.data
      await comment('api-events', { body: 'The log.', parent_id: id })
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      for (const path of [
        ...['/know', '/know/index', '/know/search?q=API', '/know/api-overview', '/know/api-events'],
        ...[
          '/know/api-events/discussion',
          '/know/api-scim/history',
          `/know/api-scim/history/${revision}`,
          '/know/none',
        ],
      ]) {
        await page.setViewportSize(desktop)
        await go(page, path)
        expect([path, await brokenRules(page)]).toEqual([path, []])
        await page.setViewportSize(phone)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([path, width]).toEqual([path, phone.width])
      }
      // The status of the page that there is not is told by the console.
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
      expect(heard).toEqual([])
      await close()
    },
    60_000,
  )

  test('a member comments, replies and votes without a script', async () => {
    const { page, heard, close } = await openSignedIn({ javaScriptEnabled: false })
    await go(page, '/know/api-learn')
    await page.getByLabel('Your comment').fill('Is that so?\nReally?')
    await page.getByRole('button', { name: 'Send' }).first().click()
    await page.getByText('Is that so?\nReally?').waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#comment-\d+$/)
    await page.getByText('Reply', { exact: true }).click()
    await page.getByLabel('Your reply').fill('It is.')
    await page.getByRole('button', { name: 'Send' }).last().click()
    await page.getByText('It is.').waitFor()
    await page.getByRole('button', { name: 'Yes' }).click()
    await page.getByText('1 of 1 found this page helpful.').waitFor()
    expect(heard).toEqual([])
    await close()
  })

  test('an entry of the contents leads to its heading', async () => {
    const { page, close } = await open({ viewport: desktop })
    await go(page, '/know/api-overview')
    await page.getByRole('link', { name: 'Safe repetition', exact: true }).click()
    expect(new URL(page.url()).hash).toBe('#h-safe-repetition')
    expect(await page.evaluate(() => document.querySelector(':target')?.tagName)).toBe('H2')
    await close()
  })
})

/**
 * Runs in a page: clicks, hovers and focuses everything. It follows what is no plain address, and tells elements and
 * attributes that a text could not have.
 */
function provoke(): string[] {
  const found: string[] = []
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a')
    if (!link || /^(?:https?|mailto|tel):$/.test(link.protocol)) event.preventDefault()
  })
  document.addEventListener('submit', (event) => event.preventDefault())
  for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
    if (
      /^(?:script|svg|math|iframe|object|embed|style|base|meta|video|audio)$/i.test(element.tagName)
    )
      found.push(element.outerHTML)
    for (const { name, value } of element.attributes) {
      const bad = /^(?:on|style|srcdoc|ping|formaction|background)/i.test(name)
      if (
        bad ||
        /^[\s\u0000-\u0020]*(?:javascript|vbscript|data:(?!image\/(?:png|gif|jpeg|webp)))/i.test(
          value,
        )
      )
        if (bad || name === 'href' || name === 'src' || name === 'action')
          found.push(`${name}=${value}`)
    }
    for (const type of ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'blur', 'toggle'])
      element.dispatchEvent(new Event(type, { bubbles: true }))
    element.click?.()
  }
  if (!document.querySelector('body > main#main > *')) found.push('the page lost its main part')
  return found
}
