import type { PackageFiles, Warning } from './package-manifest.ts'
import { launchOf } from './launches.rules.ts'
import { attributeOf, childOf, childrenOf, XML_NS, type Element } from './xml.rules.ts'

/** A resource that items refer to. */
export interface Resource {
  readonly identifier: string
  readonly kind: 'sco' | 'asset'
  readonly href: string | undefined
  /** The bases of the elements around its address, from the outside in. */
  readonly bases: readonly string[]
}

const baseOf = (element: Element | undefined): string[] =>
  (element?.attributes ?? [])
    .filter(({ name, ns }) => name === 'base' && (ns === XML_NS || ns === ''))
    .map(({ value }) => value)

/** The resources of a manifest by their identifiers; the first of two of one name stands. */
export function resourcesOf(root: Element): ReadonlyMap<string, Resource> {
  const parent = childOf(root, 'resources')
  const above = [...baseOf(root), ...baseOf(parent)]
  const found = new Map<string, Resource>()
  for (const each of childrenOf(parent, 'resource')) {
    const identifier = attributeOf(each, 'identifier')?.value ?? ''
    if (found.has(identifier)) continue
    const type = attributeOf(each, 'scormType')?.value.toLowerCase()
    found.set(identifier, {
      identifier,
      kind: type === 'sco' ? 'sco' : 'asset',
      href: attributeOf(each, 'href')?.value.trim() || undefined,
      bases: [...above, ...baseOf(each)],
    })
  }
  return found
}

/** The address of something to be launched, or why it has none; with the warnings about it. */
export interface Placed {
  readonly launch: string | null
  readonly is_external: boolean
  readonly warnings: readonly Warning[]
}

/** Places an address among the files of a package. */
export function placedOf(
  subject: string,
  address: { href: string; bases?: readonly string[]; parameters?: string | undefined },
  files: PackageFiles,
): Placed {
  const { href, bases = [], parameters } = address
  const warnings: Warning[] = []
  const warn = (code: string, message: string) => void warnings.push({ code, subject, message })
  const nowhere = { launch: null, is_external: false, warnings }
  if (/\\/.test([...bases, href].join('')))
    warn('backslash_in_href', 'Its address has backslashes, which were read as slashes.')
  const found = launchOf(href, bases, parameters)
  if (found.kind === 'refused') {
    warn('refused_scheme', 'Its address is none that is opened: it leads elsewhere than to a page.')
    return nowhere
  }
  if (found.kind === 'external') {
    warn('external_launch', 'It lies outside of the package, and opens as a link.')
    return { launch: found.address, is_external: true, warnings }
  }
  const { path, address: below } = found
  if (files.has(path)) return { launch: below, is_external: false, warnings }
  if (files.inAnyCase(path) === undefined) {
    warn('missing_file', `The package has no file ${path}.`)
    return nowhere
  }
  warn('letter_case', `The file ${path} is written in other letter case.`)
  return { launch: below, is_external: false, warnings }
}
