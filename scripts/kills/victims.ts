import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../test/support/contract/random.ts'

/** A process, or several, that can be killed and comes back. */
export interface Victim {
  readonly name: string
  /** `false` where there is nothing to kill at the moment. */
  kill(): Promise<boolean> | boolean | void
}

/** A kill that has happened. */
export interface Kill {
  readonly name: string
  readonly at: number
}

/** The work stands still for so long only where something does not come back. */
const PATIENCE_MS = 300_000

/**
 * Kills one of the victims after the other at random moments of the work. Chance says in which order each
 * has its turn, so that a short run meets them all. Resolves when so many are killed.
 */
export async function killInTurn(
  victims: readonly Victim[],
  options: {
    readonly kills: number
    readonly killed: Kill[]
    readonly numbers: Random
    /** How much of the work is done, from 0 to 1. */
    readonly progress: () => number
    readonly onKill: (kill: Kill) => void
  },
): Promise<void> {
  const { kills, killed, numbers, progress, onKill } = options
  let waiting: Victim[] = []
  while (killed.length < kills) {
    const moment = (killed.length + numbers.integer(0, 1_000) / 1_000) / (kills + 1)
    await until(moment, progress)
    if (waiting.length === 0) waiting = [...victims]
    const victim = numbers.pick(waiting)
    while ((await victim.kill()) === false) await sleep(20)
    waiting = waiting.filter((each) => each !== victim)
    const kill = { name: victim.name, at: Date.now() }
    killed.push(kill)
    onKill(kill)
  }
}

/** Waits until so much of the work is done. */
async function until(moment: number, progress: () => number): Promise<void> {
  let last = progress()
  for (let movedAt = Date.now(); last < moment; await sleep(1)) {
    if (progress() > last) movedAt = Date.now()
    else if (Date.now() - movedAt > PATIENCE_MS) throw new Error('the work stands still')
    last = progress()
  }
}
