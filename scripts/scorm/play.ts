import { isDeepStrictEqual } from 'node:util'
import { openWindow, type PlayerWindow } from '../../test/browser/player-window.ts'
import { until } from '../../test/support/until.ts'
import { contentIn, standInForApplet, WAITING } from './contents.ts'
import type { School, Taught } from './school.ts'

/** How far a package has come: all steps, or those before the one that failed. */
export interface Verdict {
  readonly steps: string[]
  failure: string | undefined
  /** How its content was driven, and how many parts it has. */
  driven: string
  items: number
  /** All that went wrong in its windows, on whichever side. */
  readonly faults: string[]
}

export const STEPS = ['imported', 'launched', 'kept', 'killed', 'resumed', 'completed', 'certified']

/** Plays a package to its end, with a browser that is killed in the middle. */
export async function play(school: School, name: string, zip: Buffer): Promise<Verdict> {
  const verdict: Verdict = { steps: [], failure: undefined, driven: '', items: 0, faults: [] }
  const windows: PlayerWindow[] = []
  const open = async (taught: Taught): Promise<PlayerWindow> => {
    const window = await openWindow(await taught.launch(), standInForApplet)
    windows.push(window)
    return window
  }
  try {
    const taught = await school.teach(name, zip)
    verdict.items = taught.items.length
    verdict.steps.push('imported')
    const interrupted = await interrupt(taught, () => open(taught), verdict)
    await resume(taught, await open(taught), interrupted, verdict)
  } catch (error) {
    verdict.failure = (error as Error).message.split('\n')[0]
  } finally {
    for (const window of windows) {
      verdict.faults.push(...window.faults.filter((fault) => fault !== WAITING))
      await window.kill()
    }
  }
  return verdict
}

/** Opens the first SCO, lets it keep something, and kills the browser; answers the SCO's identifier. */
async function interrupt(taught: Taught, open: () => Promise<PlayerWindow>, verdict: Verdict) {
  const sco = taught.items.find(({ kind }) => kind === 'sco')
  if (!sco) throw new Error('it has no SCO')
  const window = await open()
  await window.reach(sco.identifier)
  const frame = await window.content()
  const content = await contentIn(frame, taught.standard)
  verdict.driven = content.name
  verdict.steps.push('launched')
  await window.confirmed(content.mark, () => content.leave(frame))
  verdict.steps.push('kept')
  await window.kill()
  verdict.steps.push('killed')
  return sco.identifier
}

/** Holds what the SCO finds against what it had kept, and then completes all parts. */
async function resume(
  taught: Taught,
  window: PlayerWindow,
  interrupted: string,
  verdict: Verdict,
): Promise<void> {
  await window.reach(interrupted)
  const frame = await window.content()
  const content = await contentIn(frame, taught.standard)
  const found = await content.read(frame)
  if (!isDeepStrictEqual(found, content.kept))
    throw new Error(`resumed with ${JSON.stringify(found)}`)
  verdict.steps.push('resumed')
  const others = taught.items.filter(({ identifier }) => identifier !== interrupted)
  for (const { identifier, kind } of [{ identifier: interrupted, kind: 'sco' }, ...others]) {
    if (!(await window.reach(identifier))) verdict.faults.push(`${identifier} is not offered`)
    else if (kind === 'sco') await finish(taught, window)
  }
  await until(async () => (await taught.enrollment()).status === 'completed').catch(() => {
    throw new Error('all parts are done, and the course is not completed')
  })
  verdict.steps.push('completed')
  const { length } = await taught.certificates()
  if (length !== 1) throw new Error(`there are ${length} certificates`)
  verdict.steps.push('certified')
}

/** Completes the SCO that is open, and waits until the player has taken it away. */
async function finish({ standard }: Taught, window: PlayerWindow): Promise<void> {
  const part = await window.content()
  await (await contentIn(part, standard)).finish(part)
  await until(() => part.isDetached() || !part.url().includes('/files/'))
}
