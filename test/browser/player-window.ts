import type { Frame, Page } from 'playwright-core'
import { launchKillable } from './chromium.ts'
import { until } from '../support/until.ts'

/** The window of a player, in a browser process of its own. */
export interface PlayerWindow {
  readonly page: Page
  /** The content that is open. */
  content(): Promise<Frame>
  /** Opens an item as a learner does, by its entry or on the way there; answers whether the player offers it. */
  reach(identifier: string): Promise<boolean>
  /** Does something, and waits until the server has confirmed a value of it. */
  confirmed(value: string, act: () => Promise<unknown>): Promise<void>
  /** Ends the browser's process at once: nothing that runs in it hears of its end. */
  kill(): Promise<void>
  /** All that went wrong in it. */
  readonly faults: readonly string[]
}

/** Runs in each page before its own scripts. */
export type Prelude = () => void

export async function openWindow(address: string, prelude?: Prelude): Promise<PlayerWindow> {
  const { browser, kill } = await launchKillable()
  const faults: string[] = []
  const page = await browser.newPage()
  // A name that esbuild gives to functions which are run in the page.
  await page.addInitScript('globalThis.__name = (of) => of')
  if (prelude) await page.addInitScript(prelude)
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'alert') faults.push(`alert: ${dialog.message()}`)
    void dialog.accept()
  })
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url())
    if (answer.status() >= 400)
      faults.push(`${answer.status()} ${pathname.replace(/^.*\/files\//, '')}`)
  })
  await page.goto(address)
  return {
    ...{ page, kill, faults },
    content: () => contentOf(page),
    reach: (identifier) => reach(page, identifier),
    async confirmed(value, act) {
      const answered = page.waitForResponse(
        (answer) =>
          answer.url().endsWith('/commit') &&
          (answer.request().postData()?.includes(value) ?? false),
      )
      const [answer] = await Promise.all([answered, act()])
      if (answer.status() !== 200) throw new Error(`a commit was answered by ${answer.status()}`)
    },
  }
}

/** The policy of the page refuses `waitForFunction`, which makes code of a text. */
async function contentOf(page: Page): Promise<Frame> {
  let found: Frame | undefined
  await until(() => {
    found = page
      .frames()
      .find((each) => each.parentFrame() === page.mainFrame() && each.url().includes('/files/'))
    return found !== undefined
  })
  await (found as Frame).waitForLoadState('load')
  return found as Frame
}

async function reach(page: Page, identifier: string): Promise<boolean> {
  const entry = page.locator(`[data-item="${identifier}"]`)
  if ((await entry.count()) === 0) return true
  const isOpen = async () => (await entry.getAttribute('aria-current')) !== null
  const isOffered = async () => (await entry.isVisible()) && (await entry.isEnabled())
  const next = page.locator('#next')
  const canGoOn = async () => (await next.isVisible()) && (await next.isEnabled())
  for (let steps = 0; !(await isOpen()); steps++) {
    if (await isOffered()) await entry.click()
    else if (steps < 30 && (await canGoOn())) await page.click('#next')
    else return false
    await page.waitForLoadState('networkidle')
  }
  return true
}
