import { QUARANTINE } from '../kit/storage/storage.ts'
import type { Every, Surface } from '../kit/surface.ts'
import { scopes } from './roles.rules.ts'
import { PURGE } from './rounds.ts'
import { kindsOf } from './sweep.ts'

/**
 * Throws where two surfaces give one name to two things, or one gives moderators a scope that no
 * operation asks for. A look-up by such a name would find the wrong one.
 */
export function checkSurfaces(surfaces: readonly Surface[]): void {
  const all = <T>(of: (surface: Surface) => readonly T[]) => surfaces.flatMap(of)
  const kinds: Readonly<Record<string, readonly string[]>> = {
    surfaces: all(({ name }) => [name]),
    lists: all(({ lists }) => lists.map(({ name }) => name)),
    chores: kindsOf(surfaces),
    tasks: all(({ tasks }) => tasks.map(({ name }) => name)),
    subscribers: all(({ subscribers }) => subscribers.map(({ name }) => name)),
    rounds: [PURGE, ...all(({ every }) => every.map(nameOf))],
    settings: all(({ settings }) => settings.map(({ name }) => name)),
    folders: [QUARANTINE, ...all(({ storage }) => storage?.folders ?? [])],
    'sealed values': all(({ sealed }) => sealed.map(({ purpose }) => purpose)),
  }
  for (const [kind, names] of Object.entries(kinds)) {
    const twice = names.find((name, i) => names.indexOf(name) !== i)
    if (twice !== undefined) throw new Error(`two ${kind} are called ${twice}`)
  }
  const unknown = all(({ moderatorScopes }) => moderatorScopes).find(
    (each) => !scopes.includes(each),
  )
  if (unknown !== undefined)
    throw new Error(`no operation asks for the scope ${unknown}, which moderators shall have`)
}

const nameOf = (every: Every): string => ('round' in every ? every.name : every.chore.name)
