import { faultOfItems, xmlWarnings } from './manifest.rules.ts'
import {
  itemsOf,
  type Json,
  type PackageFiles,
  type PackageItem,
  type ReadManifest,
  type Warning,
} from './package-manifest.ts'
import { placedOf } from './resources.rules.ts'
import { attributeOf, childOf, childrenOf, readXml, textOf, type Element } from './xml.rules.ts'

const MOVE_ON = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable']

/** Reads `cmi5.xml`, the course structure of cmi5 (13.1). */
export function readCmi5Structure(bytes: Buffer, files: PackageFiles): ReadManifest {
  const read = readXml(bytes)
  if ('fault' in read) return read
  const { root } = read
  const course = childOf(root, 'course')
  if (root.name !== 'courseStructure' || !course)
    return { fault: 'no_manifest', message: 'cmi5.xml is no course structure of cmi5.' }
  const warnings: Warning[] = [...xmlWarnings(read)]
  const items = readParts(root, files, warnings)
  const fault = faultOfItems(items)
  if (fault) return fault
  if (!itemsOf(items).some(({ kind }) => kind === 'au'))
    return {
      fault: 'nothing_to_launch',
      message: 'It has no assignable unit that can be launched.',
    }
  const identifier = attributeOf(course, 'id')?.value ?? ''
  const about = { standard: 'cmi5', schema_version: null, identifier, sequencing: null } as const
  return { manifest: { ...about, title: titleOf(course) ?? identifier, items }, warnings }
}

/** The blocks and units below an element, in their order. */
const readParts = (parent: Element, files: PackageFiles, warnings: Warning[]): PackageItem[] =>
  parent.children
    .filter(({ name }) => name === 'block' || name === 'au')
    .map((part) => {
      const identifier = attributeOf(part, 'id')?.value.trim() ?? ''
      const title = titleOf(part) ?? identifier
      const items = part.name === 'block' ? readParts(part, files, warnings) : []
      if (part.name === 'block') return { ...HEADING, identifier, title, items }
      const href = textOf(part, 'url') ?? ''
      const { warnings: told, ...placed } = placedOf(identifier, { href }, files)
      warnings.push(...told)
      const mastery = Number(attributeOf(part, 'masteryScore')?.value ?? Number.NaN)
      return {
        ...{ ...HEADING, ...placed, identifier, title, items },
        kind: placed.launch === null ? null : ('au' as const),
        mastery_score: mastery >= 0 && mastery <= 1 ? mastery : null,
        launch_data: childOf(part, 'launchParameters')?.text ?? null,
        others: launchingOf(part, warnings),
      }
    })

/** How a unit is launched, and when it is done; absent is `NotApplicable` (13.1.4). */
function launchingOf(part: Element, warnings: Warning[]): Json {
  const [moveOn, launchMethod] = ['moveOn', 'launchMethod'].map(
    (name) => attributeOf(part, name)?.value,
  )
  if (moveOn !== undefined && !MOVE_ON.includes(moveOn)) {
    const subject = attributeOf(part, 'id')?.value ?? ''
    warnings.push({ code: 'unknown_move_on', subject, message: `No \`moveOn\` is ${moveOn}.` })
  }
  return {
    move_on: moveOn !== undefined && MOVE_ON.includes(moveOn) ? moveOn : 'NotApplicable',
    launch_method: launchMethod === 'OwnWindow' ? 'OwnWindow' : 'AnyWindow',
    entitlement_key: textOf(part, 'entitlementKey') ?? null,
    activity_type: attributeOf(part, 'activityType')?.value ?? null,
  }
}

const HEADING: PackageItem = {
  ...{ identifier: '', title: '', kind: null, launch: null, is_external: false, is_visible: true },
  ...{ mastery_score: null, max_time_allowed: null, time_limit_action: null, launch_data: null },
  ...{ prerequisites: null, completion_threshold: null, sequencing: null, others: {}, items: [] },
}

/** A title, in English where it is in several languages. */
function titleOf(element: Element): string | undefined {
  const all = childrenOf(childOf(element, 'title'), 'langstring')
  const english = all.find((each) => /^en\b/i.test(attributeOf(each, 'lang')?.value ?? ''))
  return (english ?? all[0])?.text.trim().slice(0, 500) || undefined
}
