import type { Json, PackageFiles, PackageItem, Warning } from './package-manifest.ts'
import { placedOf, type Placed, type Resource } from './resources.rules.ts'
import { jsonOf, sequencingOf, type Collection } from './sequencing.rules.ts'
import { attributeOf, childOf, childrenOf, textOf, type Element } from './xml.rules.ts'

/** The parts of a manifest that its items refer to. */
export interface Surroundings {
  readonly resources: ReadonlyMap<string, Resource>
  readonly collection: Collection
  readonly files: PackageFiles
  readonly warnings: Warning[]
}

/** The items below an organization or an item, in the order of their file. */
export const readItems = (parent: Element, around: Surroundings): PackageItem[] =>
  childrenOf(parent, 'item').map((item) => readItem(item, around))

function readItem(item: Element, around: Surroundings): PackageItem {
  const identifier = attributeOf(item, 'identifier')?.value ?? ''
  const reference = attributeOf(item, 'identifierref')?.value
  const resource = reference === undefined ? undefined : around.resources.get(reference)
  const placed = placeOf(item, { identifier, reference, resource }, around)
  around.warnings.push(...placed.warnings)
  const mastery = Number(textOf(item, 'masteryscore') ?? Number.NaN)
  return {
    identifier,
    title: (textOf(item, 'title') ?? identifier).slice(0, MOST_TITLE),
    kind: placed.launch === null ? null : (resource?.kind ?? null),
    launch: placed.launch,
    is_external: placed.is_external,
    is_visible: attributeOf(item, 'isvisible')?.value !== 'false',
    mastery_score: Number.isFinite(mastery) ? mastery : null,
    max_time_allowed: textOf(item, 'maxtimeallowed') ?? null,
    time_limit_action: textOf(item, 'timelimitaction') ?? textOf(item, 'timeLimitAction') ?? null,
    launch_data: textOf(item, 'datafromlms') ?? textOf(item, 'dataFromLMS') ?? null,
    prerequisites: textOf(item, 'prerequisites') ?? null,
    completion_threshold: jsonOrNull(childOf(item, 'completionThreshold')),
    sequencing: sequencingOf(item, around.collection),
    others: othersOf(item),
    items: readItems(item, around),
  }
}

const MOST_TITLE = 500
const NOWHERE: Placed = { launch: null, is_external: false, warnings: [] }

interface Referring {
  readonly identifier: string
  readonly reference: string | undefined
  readonly resource: Resource | undefined
}

/** The place that an item leads to: none where its resource is not there, or has no address. */
function placeOf(
  item: Element,
  { identifier, reference, resource }: Referring,
  { files }: Surroundings,
): Placed {
  if (reference === undefined || reference === '') return NOWHERE
  const refuse = (code: string, message: string): Placed => ({
    ...NOWHERE,
    warnings: [{ code, subject: reference, message: `${message}: item ${identifier}.` }],
  })
  if (!resource) return refuse('unknown_resource', 'An item refers to a resource that is not there')
  const { href, bases } = resource
  if (href === undefined)
    return refuse('resource_without_href', 'An item refers to a resource without an address')
  const parameters = attributeOf(item, 'parameters')?.value
  return placedOf(identifier, { href, bases, parameters }, files)
}

const jsonOrNull = (element: Element | undefined): Json | null => {
  if (!element) return null
  const json = jsonOf(element)
  const text = element.text.trim()
  return text === '' ? json : { ...json, minProgressMeasure: Number(text) }
}

/** The rest that the run-time asks for: parts of the page to hide, and data that SCOs share. */
function othersOf(item: Element): Json {
  const hidden = childrenOf(
    childOf(childOf(item, 'presentation'), 'navigationInterface'),
    'hideLMSUI',
  )
  const shared = childOf(item, 'data')
  return {
    ...(hidden.length > 0 && { hide_lms_ui: hidden.map(({ text }) => text.trim()) }),
    ...(shared && { shared_data: jsonOf(shared) }),
  }
}
