import type { Frame } from 'playwright-core'
import { until } from '../../test/support/until.ts'

/** Values that content is asked to keep, or has found again. */
export type Kept = Readonly<Record<string, string>>

/** A kind of content, and how it is driven as its learner does it. */
export interface Content {
  readonly name: string
  /** Lets it keep something before it is interrupted; `mark` is a value by which the commit is known. */
  leave(frame: Frame): Promise<void>
  readonly mark: string
  readonly kept: Kept
  /** Reads the values that it finds when it is opened again. */
  read(frame: Frame): Promise<Kept>
  /** Completes what is open, and ends it. */
  finish(frame: Frame): Promise<void>
}

/** Speaks with the run-time that stands above the content's window, as any content does. */
function speak({ is12, sets, gets, ends }: Speech): Record<string, string> {
  type Api = Record<string, (...given: string[]) => unknown>
  let at = window as unknown as Record<string, unknown> & { parent: typeof at }
  const name = is12 ? 'API' : 'API_1484_11'
  for (let up = 0; !at[name] && at.parent !== at && up < 500; up++) at = at.parent
  const api = at[name] as Api
  const call = (verb: string, ...given: string[]) => {
    const answer = String(api[is12 ? `LMS${verb}` : verb]?.(...given))
    const error = String(api[is12 ? 'LMSGetLastError' : 'GetLastError']?.())
    if (answer === 'false' && verb !== 'Initialize')
      throw new Error(`${verb} ${given.join(' ')}: error ${error}`)
    return answer
  }
  call('Initialize', '')
  const read = Object.fromEntries(gets.map((element) => [element, call('GetValue', element)]))
  for (const [element, value] of Object.entries(sets)) call('SetValue', element, value)
  if (Object.keys(sets).length > 0) call('Commit', '')
  if (ends) call(is12 ? 'Finish' : 'Terminate', '')
  return read
}

interface Speech {
  readonly is12: boolean
  readonly sets: Record<string, string>
  readonly gets: readonly string[]
  readonly ends: boolean
}

const KEPT_12 = {
  'cmi.suspend_data': 'left in the middle: äöü 山',
  'cmi.core.lesson_location': 'page 7',
  'cmi.core.score.raw': '40',
  'cmi.core.lesson_status': 'incomplete',
}
const KEPT_2004 = {
  'cmi.suspend_data': 'left in the middle: äöü 山',
  'cmi.location': 'page 7',
  'cmi.score.scaled': '0.4',
  'cmi.progress_measure': '0.05',
  'cmi.completion_status': 'incomplete',
  'cmi.interactions.0.id': 'urn:check:question',
  'cmi.interactions.0.type': 'true-false',
  'cmi.interactions.0.learner_response': 'true',
}

const spoken = (is12: boolean): Content => {
  const kept: Record<string, string> = is12 ? KEPT_12 : KEPT_2004
  const done: Record<string, string> = is12
    ? { 'cmi.core.score.raw': '90', 'cmi.core.lesson_status': 'passed' }
    : {
        'cmi.score.scaled': '1',
        'cmi.success_status': 'passed',
        'cmi.progress_measure': '1',
        'cmi.completion_status': 'completed',
      }
  return {
    ...{ name: 'spoken for', mark: 'page 7', kept },
    async leave(frame) {
      await frame.evaluate(speak, { is12, sets: kept, gets: [], ends: false })
    },
    read: (frame) =>
      frame.evaluate(speak, { is12, sets: {}, gets: Object.keys(kept), ends: false }),
    async finish(frame) {
      await frame.evaluate(speak, { is12, sets: done, gets: [], ends: true })
    },
  }
}

/** The pages of ADL's test suite, whose Java applet no browser runs any more. */
const adl: Content = {
  ...spoken(false),
  name: 'its own pages, with a stand-in for its applet',
  // The page itself says what it has found, and ends its run by its own functions.
  finish: (frame) =>
    frame.evaluate(() => {
      const page = window as unknown as Record<string, (...given: string[]) => unknown>
      const applet = HTMLObjectElement.prototype as unknown as Record<string, () => unknown>
      page.doInitialize?.('')
      applet.runCommands = () => {
        page.doSetValue?.('cmi.score.scaled', '1')
        page.doSetValue?.('cmi.success_status', 'passed')
        page.doSetValue?.('cmi.progress_measure', '1')
        page.doSetValue?.('cmi.completion_status', 'completed')
        return true
      }
      page.performTest?.()
    }),
}

/** The error of the stand-in until it is told to run. */
export const WAITING = 'the applet waits'

/** The applet that ADL's pages look for; it waits until it is told to run. Runs in the browser. */
export function standInForApplet(): void {
  const silent = () => undefined
  Object.assign(HTMLObjectElement.prototype, {
    ...{ evalID: () => true, getUITestQuestions: () => '', evaluateUIResults: () => true },
    ...{ setSCOStatus: silent, getScoStatus: () => 'completed', writeToLog: silent },
    ...{ terminateTest: silent, completed: silent, failed: silent, alertFailure: silent },
    ...{ testTerminate: () => true, curUserInstructions: () => 'Go on.' },
    runCommands() {
      throw new Error('the applet waits')
    },
  })
}

/** Rustici's golf course: fifteen pages, the last of which is a test. */
const golf: Content = {
  name: 'its own pages',
  kept: { page: '2', shown: 'Playing/Scoring.html' },
  mark: '"2"',
  async leave(frame) {
    for (const page of [1, 2]) {
      await frame.click('#butNext')
      await until(async () => (await golf.read(frame)).page === String(page))
    }
  },
  read: (frame) =>
    frame.evaluate(() => ({
      page: String((window as unknown as { currentPage: number }).currentPage),
      shown: String(document.querySelector('iframe')?.src.replace(/^.*\/files\//, '')),
    })),
  async finish(frame) {
    while (await frame.isEnabled('#butNext')) await frame.click('#butNext')
    let test: Frame | undefined
    await until(() => {
      test = frame.childFrames().find((each) => each.url().includes('assessmenttemplate'))
      return test !== undefined
    })
    await test?.waitForSelector('[value="Submit Answers"]')
    await test?.evaluate(() => {
      for (const each of document.querySelectorAll<HTMLInputElement>('.correctAnswer input')) {
        if (each.type === 'radio') each.click()
        else each.value = /\((.*)\)/.exec(each.parentElement?.textContent ?? '')?.[1] ?? ''
      }
    })
    await test?.click('[value="Submit Answers"]')
    await frame.click('#butExit')
  },
}

/** The way in which content is driven, by what its page has. */
export async function contentIn(frame: Frame, standard: string): Promise<Content> {
  const has = (selector: string) => frame.locator(selector).count()
  if ((await has('#NNLMSTestSCODriver')) > 0) return adl
  if ((await has('#butNext')) > 0 && (await has('#butExit')) > 0) return golf
  return spoken(standard === 'scorm_1_2')
}
