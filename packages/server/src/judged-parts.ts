/**
 * Parts of a contract, each a contract itself: some of its paths, and the components that they refer to.
 */

type Component = Record<string, unknown>
export type Contract = {
  readonly paths?: Record<string, unknown>
  readonly components?: Record<string, Component>
  readonly webhooks?: unknown
}

/** Every part costs 0.1 s, every path of a part some microseconds of each request to it. */
const PATHS_OF_PART = 16

/**
 * Finds the part of a contract for a URL: it has every path that the URL can mean, among which the judge
 * then decides. A URL that looks like no path gets the whole contract. The same part is always the same
 * object.
 */
export function partsOf(contract: Contract): (url: string) => Contract {
  const all = Object.keys(contract.paths ?? {})
  const lots = Array.from({ length: Math.ceil(all.length / PATHS_OF_PART) }, (_, i) =>
    all.slice(i * PATHS_OF_PART, (i + 1) * PATHS_OF_PART),
  ).map((paths) => ({ paths, looks: new RegExp(`^(?:${paths.map(looksOf).join('|')})/?$`, 'i') }))
  const parts = new Map<string, Contract>()

  return (url) => {
    const [target = ''] = url.split('?')
    const paths = lots.filter(({ looks }) => looks.test(target)).flatMap(({ paths }) => paths)
    const name = paths.join(' ')
    const part = parts.get(name) ?? (paths.length === 0 ? contract : partOf(contract, paths))
    parts.set(name, part)
    return part
  }
}

/** The pattern of a path's URLs, as the source of an expression. */
const looksOf = (path: string): string =>
  path.replace(/[.+*?^$()[\]|\\]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+')

function partOf(contract: Contract, paths: readonly string[]): Contract {
  const { paths: _paths, webhooks: _webhooks, components: all = {}, ...rest } = contract
  const components: Record<string, Component> = {}
  // Schemes of security are named, not referred to.
  if (all.securitySchemes) components.securitySchemes = all.securitySchemes

  function follow(node: unknown): void {
    if (node === null || typeof node !== 'object') return
    const { $ref } = node as { $ref?: unknown }
    const [, kind, name] = /^#\/components\/(\w+)\/([^/]+)/.exec(String($ref)) ?? []
    if (kind && name && !(name in (components[kind] ??= {}))) {
      const component = all[kind]?.[name]
      components[kind][name] = component
      follow(component)
    }
    Object.values(node).forEach(follow)
  }
  const own = Object.fromEntries(paths.map((path) => [path, contract.paths?.[path]]))
  follow([own, rest])
  return { ...rest, paths: own, components }
}
