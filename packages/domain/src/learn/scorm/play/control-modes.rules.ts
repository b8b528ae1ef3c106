import type { Json, PackageItem, PackageManifest } from '../manifest/package-manifest.ts'
import { lastingActionsOf } from './preconditions.rules.ts'

/** Where a learner can go to from an item. */
export interface Offers {
  /** The items that can be chosen. */
  readonly choice: readonly string[]
  readonly next: string | null
  readonly previous: string | null
  /** The controls that the item asks the player to leave out, such as `continue`. */
  readonly hidden: readonly string[]
}

/** A place in the tree of activities, with the control modes that count for its children. */
interface Place {
  readonly identifier: string
  readonly parent: Place | undefined
  /** How many stand before it below its parent. */
  readonly n: number
  readonly isLaunched: boolean
  readonly hidden: readonly string[]
  readonly rules: Rules
  readonly modes: Modes
  children: readonly Place[]
}

/** The rules of an item that hold always. */
interface Rules {
  readonly isHiddenFromChoice: boolean
  readonly isSkipped: boolean
  readonly isDisabled: boolean
}

interface Modes {
  readonly choice: boolean
  readonly choiceExit: boolean
  readonly flow: boolean
  readonly forwardOnly: boolean
}

/** SN 3.2: what a manifest leaves out. */
const USUAL: Modes = { choice: true, choiceExit: true, flow: false, forwardOnly: false }
/** Packages of other standards are gone through in any order. */
const FREE: Modes = { ...USUAL, flow: true }
const NONE: Rules = { isHiddenFromChoice: false, isSkipped: false, isDisabled: false }

/**
 * Where the control modes of SCORM 2004 let a learner go to from an item, or at the beginning (SN 3.2; SB.2.5, 2.7 to
 * 2.9). Modes by which nothing could be opened at all are not believed.
 */
export function offersOf(manifest: PackageManifest, from?: string): Offers {
  const isBelieved = manifest.standard.startsWith('scorm_2004') && canBegin(manifest)
  return offersIn(manifest, from, isBelieved ? modesOf : () => FREE)
}

const canBegin = (manifest: PackageManifest): boolean => {
  const { choice, next } = offersIn(manifest, undefined, modesOf)
  return choice.length > 0 || next !== null
}

function offersIn(manifest: PackageManifest, from: string | undefined, modes: ModesOf): Offers {
  const root = treeOf(manifest, modes)
  const all = leavesOf(root)
  const at = all.find(({ identifier }) => identifier === from)
  const choice = all.filter((place) => isChosen(place, at)).map(({ identifier }) => identifier)
  const begun = at ? flow(at, 1) : enter(root, 1)
  const next = begun === 'stopped' ? undefined : begun
  const previous = at && flow(at, -1)
  return {
    choice,
    ...{ next: next?.identifier ?? null, previous: previous?.identifier ?? null },
    hidden: at?.hidden ?? [],
  }
}

type ModesOf = (sequencing: Json | null) => Modes

const modesOf: ModesOf = (sequencing) => {
  const said = (sequencing?.controlMode ?? {}) as Partial<Modes>
  const isTrue = (name: keyof Modes) => (typeof said[name] === 'boolean' ? said[name] : USUAL[name])
  return {
    ...{ choice: isTrue('choice'), choiceExit: isTrue('choiceExit') },
    ...{ flow: isTrue('flow'), forwardOnly: isTrue('forwardOnly') },
  }
}

function treeOf({ items, sequencing }: PackageManifest, modes: ModesOf): Place {
  const root: Place = {
    ...{ identifier: '', parent: undefined, n: 0, isLaunched: false, hidden: [], children: [] },
    ...{ rules: NONE, modes: modes(sequencing) },
  }
  root.children = items.map((item, n) => placeOf(item, root, n, modes))
  return root
}

function placeOf(item: PackageItem, parent: Place, n: number, modes: ModesOf): Place {
  const actions = lastingActionsOf(item)
  const place: Place = {
    ...{ identifier: item.identifier, parent, n, isLaunched: item.launch !== null, children: [] },
    hidden: (item.others.hide_lms_ui as string[] | undefined) ?? [],
    rules: {
      isHiddenFromChoice: !item.is_visible || actions.includes('hiddenFromChoice'),
      isSkipped: actions.includes('skip'),
      isDisabled: actions.includes('disabled'),
    },
    modes: modes(item.sequencing),
  }
  place.children = item.items.map((each, i) => placeOf(each, place, i, modes))
  return place
}

const leavesOf = (place: Place): Place[] => [
  ...(place.isLaunched ? [place] : []),
  ...place.children.flatMap(leavesOf),
]

const pathOf = (place: Place | undefined): Place[] =>
  place ? [...pathOf(place.parent), place] : []

/** SB.2.9: the parent lets choose, nothing on the way out forbids to leave it, and no mode goes forward only. */
function isChosen(target: Place, at: Place | undefined): boolean {
  if (target.rules.isHiddenFromChoice || target.parent?.modes.choice === false) return false
  if (pathOf(target).some(({ rules }) => rules.isDisabled)) return false
  if (!at || at === target) return true
  const [to, from] = [pathOf(target), pathOf(at)]
  const common = to.findIndex((place, i) => place !== from[i])
  const depth = common === -1 ? to.length : common
  if (from.slice(depth).some(({ modes }) => !modes.choiceExit)) return false
  const [there, here] = [to[depth], from[depth]]
  const isBack = there !== undefined && here !== undefined && there.n < here.n
  return !(isBack && there.parent?.modes.forwardOnly)
}

/** SB.2.1 and 2.2: the item that follows, or goes before, where the modes flow on the whole way. */
function flow(at: Place, step: 1 | -1): Place | undefined {
  const { parent } = at
  if (!parent?.modes.flow || (step === -1 && parent.modes.forwardOnly)) return undefined
  const rest = step === 1 ? parent.children.slice(at.n + 1) : parent.children.slice(0, at.n)
  const found = firstOf(step === 1 ? rest : rest.toReversed(), step)
  if (found !== undefined) return found === 'stopped' ? undefined : found
  return parent.parent ? flow(parent, step) : undefined
}

type Found = Place | 'stopped' | undefined

/** The first one that leads to an item, or stops the way. */
function firstOf(places: readonly Place[], step: 1 | -1): Found {
  for (const place of places) {
    const found = enter(place, step)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first item of a place, or on the way back the last one, unless that goes forward only. */
function enter(place: Place, step: 1 | -1): Found {
  if (place.rules.isSkipped) return undefined
  if (place.rules.isDisabled) return 'stopped'
  // A heading without content is gone over.
  if (place.children.length === 0) return place.isLaunched ? place : undefined
  if (!place.modes.flow) return 'stopped'
  const isBack = step === -1 && !place.modes.forwardOnly
  return firstOf(isBack ? place.children.toReversed() : place.children, step)
}
