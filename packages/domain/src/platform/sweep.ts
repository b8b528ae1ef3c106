import { directory, type Database } from '@mobieus/db'
import { logKind } from '../kit/notes.ts'
import type { Every, Surface } from '../kit/surface.ts'
import * as store from './work.store.ts'
import { TASKS, WEBHOOKS } from './work.ts'

/** Every chore of these surfaces. */
export const choresOf = (surfaces: readonly Surface[]) =>
  surfaces.flatMap(({ purges, every }) => [
    ...purges,
    ...every.flatMap((each) => ('chore' in each ? [each.chore] : [])),
  ])

/** Every kind of work that is noted in `work_due`. */
export const kindsOf = (surfaces: readonly Surface[]): string[] => [
  ...choresOf(surfaces).map(({ name }) => name),
  ...surfaces.flatMap(({ subscribers }) => subscribers.map(({ name }) => logKind(name))),
  TASKS,
  WEBHOOKS,
]

/** How many seconds the longest overdue work of each kind waits; 0 for a kind of which none is overdue. */
export async function workLags(
  db: Database,
  kinds: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  const due = await store.listLongestDue(directory(db), kinds)
  const late = due.map(({ kind, due_at }): [string, number] => [
    kind,
    Math.max(0, (now.getTime() - due_at.getTime()) / 1000),
  ])
  return new Map([...kinds.map((kind): [string, number] => [kind, 0]), ...late])
}

const PIECE = 500
const MINUTES = 10
const PIECE_MS = MINUTES * 60 * 1000

/**
 * Notes work of these kinds for a few tenants, another few every ten minutes. So a note that was lost,
 * or comes too late, is made again. With 100,000 tenants each has its turn once in 33 hours.
 */
export async function sweepWork(db: Database, kinds: readonly string[], now: Date): Promise<void> {
  const pieces = Math.ceil((await store.countTenants(directory(db))) / PIECE)
  const from = (Math.floor(now.getTime() / PIECE_MS) % Math.max(pieces, 1)) * PIECE
  await store.noteAll(directory(db), kinds, { from, limit: PIECE }, now)
}

export const sweeping: Every = {
  name: 'sweep-work',
  minutes: MINUTES,
  round: ({ db, surfaces, clock }) => sweepWork(db, kindsOf(surfaces), clock()),
}
