import { accountOf, VERBS } from '../launches/statement-words.rules.ts'
import type { Json, PackageItem, PackageManifest } from '../scorm/manifest/package-manifest.ts'
import { CMI5, MOVE_ON, SESSION_ID, type Unit } from './judging.rules.ts'

const EXTENSIONS = 'https://w3id.org/xapi/cmi5/context/extensions'
const SYSTEM_VERBS = {
  launched: VERBS.launched,
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  satisfied: 'https://w3id.org/xapi/adl/verbs/satisfied',
} as const
type SystemVerb = keyof typeof SYSTEM_VERBS

interface More {
  readonly extensions?: object
  readonly result?: object
}

/** The learner of a launch, as statements and documents call them. */
export const actorOf = ({ origin, username }: Unit) => ({
  objectType: 'Agent',
  account: accountOf(origin, username),
})

/** cmi5 10.2.1: what all statements of a session have to have in their context. */
const templateOf = (publisherId: string, sessionId: string) => ({
  contextActivities: { grouping: [{ objectType: 'Activity', id: publisherId }] },
  extensions: { [SESSION_ID]: sessionId },
})

/** cmi5 10: the document `LMS.LaunchData`, which a unit reads at its beginning. */
export const launchDataOf = (item: PackageItem, sessionId: string, returnUrl: string): Json => ({
  contextTemplate: templateOf(item.identifier, sessionId),
  ...{ launchMode: 'Normal', moveOn: item.others.move_on, returnURL: returnUrl },
  launchMethod: item.others.launch_method,
  ...(item.launch_data !== null && { launchParameters: item.launch_data }),
  ...(item.mastery_score !== null && { masteryScore: item.mastery_score }),
  ...(typeof item.others.entitlement_key === 'string' && {
    entitlementKey: { courseStructure: item.others.entitlement_key },
  }),
})

interface Said {
  readonly unit: Unit
  readonly sessionId: string
  readonly now: Date
}

function systemStatement(
  verb: SystemVerb,
  object: object,
  id: string,
  said: Said,
  { extensions = {}, result }: More = {},
) {
  const { unit, sessionId, now } = said
  const template = templateOf(id, sessionId)
  return {
    actor: actorOf(unit),
    verb: { id: SYSTEM_VERBS[verb], display: { en: verb } },
    object: { objectType: 'Activity', ...object },
    ...(result && { result }),
    context: {
      registration: unit.registration,
      contextActivities: {
        ...template.contextActivities,
        category: [{ id: CMI5 }, ...(verb === 'satisfied' ? [{ id: MOVE_ON }] : [])],
      },
      extensions: { ...template.extensions, ...extensions },
    },
    timestamp: now.toISOString(),
  }
}

/** cmi5 9.3.1: said before a unit is opened. */
export const launchedStatement = (item: PackageItem, said: Said): object =>
  systemStatement('launched', { id: said.unit.activityId }, item.identifier, said, {
    extensions: {
      [`${EXTENSIONS}/launchmode`]: 'Normal',
      [`${EXTENSIONS}/launchurl`]: item.launch,
      [`${EXTENSIONS}/moveon`]: item.others.move_on,
      ...(item.launch_data !== null && { [`${EXTENSIONS}/launchparameters`]: item.launch_data }),
      ...(item.mastery_score !== null && { [`${EXTENSIONS}/masteryscore`]: item.mastery_score }),
    },
  })

/** cmi5 9.3.6: said of a session that began and never ended, when the next one begins. */
export const abandonedStatement = (item: PackageItem, duration: string, said: Said): object =>
  systemStatement('abandoned', { id: said.unit.activityId }, item.identifier, said, {
    result: { duration },
  })

/** cmi5 9.3.9: said of a block or of the course once all below it are satisfied. */
export const satisfiedStatement = (
  of: { readonly id: string; readonly publisherId: string; readonly type: 'block' | 'course' },
  said: Said,
): object =>
  systemStatement(
    'satisfied',
    { id: of.id, definition: { type: `https://w3id.org/xapi/cmi5/activitytype/${of.type}` } },
    of.publisherId,
    said,
  )

/** The blocks that are satisfied with these units, and the course where it is: the innermost ones first. */
export function satisfiedIn(
  { identifier, items }: PackageManifest,
  units: ReadonlySet<string>,
): { readonly publisherId: string; readonly type: 'block' | 'course' }[] {
  const found: { publisherId: string; type: 'block' | 'course' }[] = []
  const isMet = (item: PackageItem): boolean => {
    if (item.kind === 'au') return units.has(item.identifier)
    const below = item.items.map(isMet)
    const isBlockMet = below.every(Boolean)
    if (isBlockMet && below.length > 0) found.push({ publisherId: item.identifier, type: 'block' })
    return isBlockMet
  }
  if (items.map(isMet).every(Boolean)) found.push({ publisherId: identifier, type: 'course' })
  return found
}
