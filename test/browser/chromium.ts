import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const executablePath = candidates.find((file) => file !== undefined && existsSync(file))

/** `describe` where there is a Chromium; elsewhere a skipped one that says how to get it. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executablePath) return describe(name, tests)
  console.warn(`Skipped: ${name}. No Chromium: install one, or set CHROMIUM_PATH.`)
  describe.skip(name, tests)
}

const OPTIONS = {
  executablePath,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** A browser that asks nobody for anything by itself. */
export const launchChromium = (): Promise<Browser> => chromium.launch(OPTIONS)

/** The same with a way to end its process at once, as a power cut does. */
export async function launchKillable(): Promise<{ browser: Browser; kill(): Promise<void> }> {
  const server = await chromium.launchServer(OPTIONS)
  const browser = await chromium.connect(server.wsEndpoint())
  return { browser, kill: () => server.kill() }
}
