import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of axe-core that a page breaks, each with the elements that do. */
export async function brokenRules(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(faults)
}

/** Runs in a page that has axe-core. */
async function faults(): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
  }
  const { violations } = await axe.run()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(' ')
        .slice(0, 300)}`,
  )
}
