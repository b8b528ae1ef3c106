import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { createSignIn } from '../../packages/domain/src/admin/index.ts'
import { writeCourse } from '../support/http/course-rows.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { brokenRules } from './axe.ts'
import { describeInBrowser, launchChromium } from './chromium.ts'

/** The folder for pictures of each page; without one there are none. */
const { SCREENSHOTS } = process.env
/** The pages that axe-core judges. */
const AUDITED = ['course', 'lesson', 'fault', 'failed', 'own', 'verified']
const LOOKS = [
  { name: 'phone', size: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'desktop', size: { width: 1280, height: 900 }, colorScheme: 'light' },
] as const

const QUESTIONS = [
  {
    ...{ kind: 'choice', text_markdown: 'What is done **first**?', points: 2 },
    feedback_markdown: 'The mains do not forgive.',
    options: [{ text: 'Open the case' }, { text: 'Pull the plug', is_correct: true }],
  },
  {
    ...{ kind: 'several', text_markdown: 'What holds a charge?' },
    options: [
      { text: 'A capacitor', is_correct: true },
      { text: 'A picture tube', is_correct: true },
      { text: 'A screw' },
    ],
  },
  {
    ...{ kind: 'order', text_markdown: 'Put them in order.' },
    options: [{ text: 'Unplug' }, { text: 'Wait' }, { text: 'Discharge' }],
  },
  {
    ...{ kind: 'match', text_markdown: 'What measures what?' },
    options: [
      { text: 'Voltage', match: 'Volt' },
      { text: 'Current', match: 'Ampere' },
    ],
  },
  { kind: 'short_text', text_markdown: 'What makes solder flow?', accepted: ['flux'] },
  { kind: 'number', text_markdown: 'How many minutes do you wait at least?', number: 5 },
]

describeInBrowser('a learner in a browser, by the keyboard alone', () => {
  let platform: Platform
  let browser: Browser
  beforeAll(async () => {
    platform = await startPlatform()
    browser = await launchChromium()
    if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true })
    const text =
      'A set that is unplugged may still hold **thousands of volts**.\n\n1. Pull the plug.\n2. Wait.\n3. Discharge the tube.'
    const { activities } = await writeCourse(platform, {
      ...{ slug: 'at-the-bench', title: 'Safe at the bench' },
      lessons: [
        { title: 'The mains', text, activities: [{ title: 'Before you open it' }] },
        { title: 'Now you', activities: [{ title: 'What comes first?', kind: 'quiz' }] },
      ],
    })
    await platform.query(
      `update learn_activities set max_attempts = 3, time_limit_seconds = 900, pass_mark_pct = 80,
        release_rule_kind = 'prerequisite', release_activity_id = $1 where id = $2`,
      activities,
    )
    for (const question of QUESTIONS)
      await platform.call(`/api/v1/learn/activities/${activities[1]}/questions`, { body: question })
  })
  afterAll(async () => {
    await browser?.close()
    await platform?.close()
  })

  test('takes a course from sign-in to certificate', async () => {
    const context = await browser.newContext({ viewport: LOOKS[1].size })
    const page = await context.newPage()
    const walk = createWalk(page)
    const member = { username: 'ada', email: 'ada@example.com', display_name: 'Ada Walker' }
    await platform.call('/api/v1/users', { body: member })
    await walk.signIn(platform, member.username)
    await page.goto(`${platform.url}/learn`)
    await walk.look('catalogue')
    await walk.press('Safe at the bench')
    await walk.look('course')
    await walk.press('Enroll')
    await walk.look('enrolled')
    await walk.press('Begin')
    await walk.look('lesson')
    await walk.press('Mark as done')
    await walk.look('quiz')
    await walk.press('Begin')
    await walk.look('questions')
    await walk.type('in figures', 'five')
    await walk.press('Submit')
    await walk.look('fault')
    await walk.jump('Question 6')
    await walk.type('in figures', '5')
    await walk.press('Save for later')
    await walk.look('saved')
    await walk.press('Submit')
    await walk.look('failed')
    await walk.press('Try again')
    await walk.choose('Pull the plug')
    await walk.choose('A capacitor')
    await walk.choose('A picture tube')
    for (const [option, choice] of [
      ...[
        ['Unplug', '1.'],
        ['Wait', '2.'],
        ['Discharge', '3.'],
      ],
      ...[
        ['Voltage', 'Volt'],
        ['Current', 'Ampere'],
      ],
    ] as const)
      await walk.type(option, choice)
    await walk.type('Your answer', 'Flux')
    await walk.type('in figures', '5')
    await walk.look('answered')
    await walk.press('Submit')
    await page.getByText('Passed', { exact: true }).first().waitFor()
    await walk.look('passed')
    await walk.press('My learning')
    await walk.look('own')
    await walk.press('Certificate of Safe at the bench')
    await page.getByText('This certificate is valid.').waitFor()
    await walk.look('verified')
    expect([...walk.audited]).toEqual(AUDITED)
    await context.close()
  }, 60_000)
})

/** The hands of somebody who has a keyboard alone, and the eyes of those who judge the pages. */
function createWalk(page: Page) {
  let pages = 0
  const audited = new Set<string>()

  /** Tabs to the element of this name, wherever the focus is now. */
  async function tabTo(wanted: string): Promise<string> {
    // So many at once are not looked at one by one.
    const skipped = await page.evaluate(stopsBefore, wanted)
    for (let i = 0; i < skipped; i++) await page.keyboard.press('Tab')
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press('Tab')
      const [kind, shown] = await page.evaluate(focused)
      const isField = kind === 'select' || kind === 'text'
      if (shown === wanted || (isField && shown.endsWith(` ${wanted}`))) return kind
      if (kind === 'radio' && (await isReachedByArrows(wanted))) return kind
    }
    throw new Error(`The keyboard does not reach “${wanted}” at ${page.url()}.`)
  }

  /** Whether the radio button is in the group that has the focus; it is chosen then. */
  async function isReachedByArrows(wanted: string): Promise<boolean> {
    const [, first] = await page.evaluate(focused)
    for (let shown = ''; shown !== first;) {
      await page.keyboard.press('ArrowDown')
      ;[, shown] = (await page.evaluate(focused)) as [string, string]
      if (shown === wanted) return true
    }
    return false
  }

  return {
    audited,
    /** Opens the link that signs a member in, and presses its button. */
    async signIn(platform: Platform, username: string): Promise<void> {
      const { tenantId } = platform.tenant.live
      const { token } = await createSignIn(platform.db, { tenantId, environment: 'live', username })
      await page.goto(`${platform.url}/admin/sign-in?token=${token}`)
      await this.press('Sign in')
    },

    /** Follows a link, or presses a button, which leads to a page. */
    async press(wanted: string): Promise<void> {
      await tabTo(wanted)
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    },

    /** Follows a link within the page. */
    async jump(wanted: string): Promise<void> {
      await tabTo(wanted)
      await page.keyboard.press('Enter')
    },

    /** Chooses a radio button or ticks a box. */
    async choose(wanted: string): Promise<void> {
      if ((await tabTo(wanted)) !== 'radio') await page.keyboard.press('Space')
    },

    /** Types into a field, or the beginning of what is chosen from a list. */
    async type(wanted: string, text: string): Promise<void> {
      if ((await tabTo(wanted)) === 'text') await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },

    /** The page is for everybody, and as wide as the screen, in each look. */
    async look(at: string): Promise<void> {
      pages++
      for (const { name, size, colorScheme } of LOOKS) {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme })
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([at, name, width]).toEqual([at, name, size.width])
        if (AUDITED.includes(at)) {
          audited.add(at)
          expect([at, name, await brokenRules(page)]).toEqual([at, name, []])
        }
        if (!SCREENSHOTS) continue
        const file = `${String(pages).padStart(2, '0')}-${at}-${name}.png`
        await page.screenshot({ path: join(SCREENSHOTS, file), fullPage: true })
      }
    },
  }
}

/** Runs in a page: how many stops of the keyboard there are between the focus and an element that follows it. */
function stopsBefore(wanted: string): number {
  const all = document.querySelectorAll<HTMLInputElement>(
    'a[href], button, input:not([type=hidden]), select, textarea',
  )
  // A group of radio buttons is one stop.
  const stops = [...all].filter(({ type, name, checked, form }) => {
    if (type !== 'radio') return true
    const group = [...(form?.elements ?? [])].filter(
      (each) => (each as HTMLInputElement).name === name,
    )
    return checked || !group.some((each) => (each as HTMLInputElement).checked)
  })
  const [from, to] = [
    stops.indexOf(document.activeElement as HTMLInputElement),
    stops.findIndex((each) => (each.labels?.[0] ?? each).textContent?.trim().endsWith(wanted)),
  ]
  const radios = stops
    .slice(from + 1, Math.max(to, 0))
    .filter(({ type }) => type === 'radio').length
  return Math.max(0, to - from - 1 - radios)
}

/** Runs in a page: the kind of the element that has the focus, and its name. */
function focused(): [string, string] {
  const element = document.activeElement as HTMLElement & Partial<HTMLInputElement>
  const label = element.labels?.[0] ?? element
  const type = element.tagName === 'TEXTAREA' ? 'text' : (element.type ?? element.tagName)
  const kind = type === 'select-one' ? 'select' : type
  const name = element.ariaLabel ?? label.textContent ?? ''
  return [kind, name.replace(/\s+/g, ' ').trim()]
}
