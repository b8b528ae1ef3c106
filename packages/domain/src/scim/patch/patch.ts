import type { ResourceType } from '../schema/attribute.ts'
import { scimFault } from '../schema/faults.ts'
import { findAmong, isReference } from '../schema/places.ts'
import { requireComplete, type Resource } from '../schema/resources.ts'
import { isComplex, isKept, type Complex, type Value } from '../schema/values.ts'
import { changeMembers, newMembersChange, type MembersChange } from './members.ts'
import { changeMany } from './many.ts'
import { newLooks, type Looks } from './looks.ts'
import { operationsOf, type Op } from './operations.ts'
import { changeOne } from './single.ts'
import { findTarget, targetOf, type ExtensionTarget, type Target } from './targets.ts'

export type Draft = Record<string, Value>

/** A change of one attribute, or of parts of it. */
export interface Change {
  readonly op: Op
  readonly value: unknown
  /** Whether a path named the target. Where a value's key did, what is ours is passed over and not refused. */
  readonly named: boolean
}

/** The resource after a PATCH. Members of a group are not loaded: what becomes of them is said apart. */
export interface Patched {
  readonly resource: Resource
  readonly members: MembersChange
}

/**
 * Applies a PATCH (RFC 7644, section 3.5.2) to a resource, which stays as it is. All operations hold or the refusal of
 * one is thrown: `invalidPath`, `noTarget`, `invalidValue`, `invalidSyntax` or `mutability`. With `tooMany` it is
 * refused where its operations would look at more values than one request may.
 */
export function patched(type: ResourceType, stored: Resource, body: unknown): Patched {
  const draft = structuredClone(stored) as Draft
  const patching = { type, draft, members: newMembersChange(), looks: newLooks() }
  for (const { op, path, value } of operationsOf(body)) {
    if (path !== undefined) {
      apply(patching, targetOf(type, path), { op, value, named: true })
      continue
    }
    if (op === 'remove') throw scimFault('noTarget', 'path', 'is required for a remove')
    if (!isComplex(value)) throw scimFault('invalidValue', 'value', 'is not an object')
    for (const [key, one] of Object.entries(value)) {
      const target = findTarget(type, key)
      if (target) apply(patching, target, { op, value: one, named: false })
    }
  }
  requireComplete(type, draft)
  return { resource: draft, members: patching.members }
}

interface Patching {
  readonly type: ResourceType
  readonly draft: Draft
  readonly members: MembersChange
  readonly looks: Looks
}

function apply(patching: Patching, target: Target | ExtensionTarget, change: Change): void {
  if (target.attribute === undefined) return changeExtension(patching, target, change)
  const { attribute, sub, path, extension } = target
  if ([attribute, ...(sub ? [sub] : [])].some(({ mutability }) => mutability === 'readOnly')) {
    if (change.named) throw scimFault('mutability', path, 'is read-only')
    return
  }
  if (!isKept(attribute) || (sub && !isKept(sub))) return
  if (patching.type.name === 'Group' && isReference(attribute) && attribute.multiValued)
    return changeMembers(patching.members, target, change)
  const into = extension ? draftOf(patching.draft, extension.id) : patching.draft
  if (attribute.multiValued) changeMany(into, target, change, patching.looks)
  else changeOne(into, target, change)
  if (extension && Object.keys(into).length === 0) delete patching.draft[extension.id]
}

function draftOf(draft: Draft, name: string): Draft {
  if (!Object.hasOwn(draft, name)) draft[name] = {}
  return draft[name] as Draft
}

/** A whole extension is merged attribute by attribute, or removed. */
function changeExtension(patching: Patching, target: ExtensionTarget, { op, value }: Change): void {
  const { extension, path } = target
  if (op === 'remove' || value === null) {
    delete patching.draft[extension.id]
    return
  }
  if (!isComplex(value)) throw scimFault('invalidValue', path, 'is not an object')
  for (const [name, one] of Object.entries(value as Complex)) {
    const attribute = findAmong(extension.attributes, name)
    if (attribute === undefined) continue
    const at = { extension, attribute, filter: undefined, sub: undefined }
    const place = { ...at, path: `${extension.id}:${attribute.name}` }
    apply(patching, place, { op, value: one, named: false })
  }
}
