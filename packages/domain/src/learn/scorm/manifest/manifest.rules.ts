import { readItems } from './items.rules.ts'
import {
  itemsOf,
  type PackageFiles,
  type PackageItem,
  type ReadManifest,
  type Standard,
  type Warning,
} from './package-manifest.ts'
import { resourcesOf } from './resources.rules.ts'
import { collectionOf, sequencingOf } from './sequencing.rules.ts'
import { standardOf } from './standards.rules.ts'
import { attributeOf, childOf, childrenOf, readXml, textOf, type Element } from './xml.rules.ts'

/** Reads `imsmanifest.xml` of a package with these files. */
export function readScormManifest(bytes: Buffer, files: PackageFiles): ReadManifest {
  const read = readXml(bytes)
  if ('fault' in read) return read
  const { root } = read
  if (root.name !== 'manifest')
    return { fault: 'no_manifest', message: `The manifest is a <${root.name}>, and no <manifest>.` }
  const warnings: Warning[] = [...xmlWarnings(read)]
  const found = standardOf(root)
  const { standard, version } = found
  if (found.isMixed) warnings.push(mixed(standard))
  const organization = organizationOf(root, warnings)
  const around = { resources: resourcesOf(root), collection: collectionOf(root), files, warnings }
  const items = organization ? readItems(organization, around) : []
  const fault = faultOfItems(items)
  if (fault) return fault
  if (!itemsOf(items).some(({ launch }) => launch !== null))
    return { fault: 'nothing_to_launch', message: sentence(warnings) }
  for (const place of missingMetadata(root, files)) warnings.push(metadataOf(place))
  const identifier = attributeOf(root, 'identifier')?.value ?? ''
  const title = textOf(organization, 'title') ?? identifier
  const sequencing = organization ? sequencingOf(organization, around.collection) : null
  const manifest = { standard, schema_version: version, identifier, title: title.slice(0, 500) }
  return { manifest: { ...manifest, sequencing, items }, warnings }
}

/** The warnings about the file itself. */
export function* xmlWarnings(read: { hasDoctype: boolean; isGuessed: boolean }) {
  const subject = 'imsmanifest.xml'
  if (read.hasDoctype)
    yield { code: 'doctype_ignored', subject, message: 'Its document type is left out.' }
  if (read.isGuessed)
    yield { code: 'encoding', subject, message: 'It is no UTF-8, and was read as Windows-1252.' }
}

const NAMES = { scorm_1_2: 'SCORM 1.2', cmi5: 'cmi5' } as const

const mixed = (standard: Standard): Warning => ({
  code: 'mixed_standards',
  subject: 'imsmanifest.xml',
  message: `Its parts speak of different standards; it is read as ${
    standard in NAMES ? NAMES[standard as keyof typeof NAMES] : 'SCORM 2004'
  }.`,
})

/** The organization that is the default one, or the first. */
function organizationOf(root: Element, warnings: Warning[]): Element | undefined {
  const parent = childOf(root, 'organizations')
  const all = childrenOf(parent, 'organization')
  const chosen = attributeOf(parent, 'default')?.value
  const found = all.find((each) => attributeOf(each, 'identifier')?.value === chosen)
  if (chosen !== undefined && !found && all.length > 0) {
    const message = 'No organization is called so; the first one is taken.'
    warnings.push({ code: 'unknown_organization', subject: chosen, message })
  }
  return found ?? all[0]
}

const MOST_ITEMS = 2000

/** Why the items of a package cannot be played: two have one name, or they are more than each commit can look through. */
export function faultOfItems(items: readonly PackageItem[]) {
  const names = itemsOf(items).map(({ identifier }) => identifier)
  const most = MOST_ITEMS.toLocaleString('en-US')
  if (names.length > MOST_ITEMS)
    return { fault: 'too_many_items', message: `It has more than ${most} items.` }
  const seen = new Set<string>()
  const twice = names.find((name) => seen.size === seen.add(name).size)
  if (twice === undefined) return undefined
  return { fault: 'duplicate_item', message: `Two items are called ${twice}.` }
}

const sentence = (warnings: readonly Warning[]): string =>
  ['Nothing in it can be launched.', ...warnings.slice(0, 3).map(({ message }) => message)].join(
    ' ',
  )

/** The files of metadata that a manifest names, and its package does not have. */
const missingMetadata = (root: Element, files: PackageFiles): string[] =>
  childrenOf(childOf(root, 'metadata'), 'location')
    .map(({ text }) => text.trim().replaceAll('\\', '/'))
    .filter((place) => place !== '' && !/^[a-z]+:/i.test(place) && !files.has(place))

const metadataOf = (subject: string): Warning => ({
  code: 'missing_metadata',
  subject,
  message: 'The package has no such file of metadata.',
})
