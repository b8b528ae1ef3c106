import { posix } from 'node:path'
import { Problem, type OperationRow } from '@mobieus/contract'
import findMyWay from 'find-my-way'

/** One path of the contract: the operation behind each of its methods. */
export interface Route {
  /** The path as the contract writes it: `/a/{id}`. */
  readonly path: string
  /** The prefix that the contract's path is below. */
  readonly prefix: string | undefined
  readonly operations: Readonly<Partial<Record<string, string>>>
  /** The `Allow` header: declared methods, HEAD wherever there is GET, and OPTIONS. */
  readonly allow: string
}

/** The route that a path leads to, and the values of its segments. */
export interface Match {
  readonly route: Route
  readonly path: Readonly<Record<string, string | undefined>>
}

/** The match of a path whose percent-encoding is malformed, which is refused with 400. */
export const malformed: Match = {
  route: { path: '', prefix: undefined, operations: {}, allow: 'OPTIONS' },
  path: {},
}

/** The refusal of a malformed path. */
export function malformedPath(): Problem {
  const message = 'has malformed percent-encoding'
  return new Problem(400, 'invalid_request', `The path ${message}.`, {
    details: [{ field: 'path', code: 'encoding', message }],
  })
}

/** `/a/{id}.json` → `/a/:id.json`; a literal colon is doubled, as find-my-way wants it. */
const pattern = (path: string) =>
  path.replaceAll(':', '::').replaceAll(/\{([^}]+)\}/g, (_, name: string) => `:${name}`)

function allowed(methods: readonly string[]): string {
  const upper = methods.map((method) => method.toUpperCase())
  if (upper.includes('GET') && !upper.includes('HEAD'))
    upper.splice(upper.indexOf('GET') + 1, 0, 'HEAD')
  return [...upper, 'OPTIONS'].join(', ')
}

/** The longest of these lower-case prefixes that a path is, or is below, however it is written. */
export function prefixOf(path: string, prefixes: readonly string[]): string | undefined {
  const lower = plainly(path).toLowerCase()
  let longest: string | undefined
  for (const prefix of prefixes)
    if (prefix.length > (longest?.length ?? -1) && isBelow(lower, prefix)) longest = prefix
  return longest
}

const isBelow = (path: string, prefix: string): boolean =>
  path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === '/')

/**
 * A path without escapes, dots and doubled slashes. Any spelling that leads below our prefixes is ours
 * to refuse.
 */
function plainly(path: string): string {
  if (!/%|\/[./]/.test(path)) return path
  let plain = path
  try {
    plain = decodeURIComponent(path)
  } catch {
    // A malformed path is refused as that.
  }
  return posix.normalize(plain)
}

/**
 * Finds the route of a path in time that does not grow with the number of operations. Aliases
 * lead to the same operations. `undefined`: no such path; `malformed` where its encoding is.
 */
export function createRoutes(
  operations: Readonly<Record<string, OperationRow>>,
  prefixes: readonly string[] = [],
): (path: string) => Match | undefined {
  const byPath = new Map<string, Record<string, string>>()
  for (const [id, row] of Object.entries(operations))
    for (const path of [row.path, ...row.aliases]) {
      const methods = byPath.get(path) ?? {}
      methods[row.method] = id
      byPath.set(path, methods)
    }
  // Without onBadUrl a malformed path would be one that is not found.
  const router = findMyWay({ maxParamLength: 2048, onBadUrl: () => undefined })
  // Most requests are for a path without parameters, written as the contract writes it.
  const fixed = new Map<string, Match>()
  for (const [path, methods] of byPath) {
    const prefix = prefixOf(path, prefixes)
    const route: Route = { path, prefix, operations: methods, allow: allowed(Object.keys(methods)) }
    router.on('GET', pattern(path), () => undefined, route)
    if (!path.includes('{')) fixed.set(path, { route, path: {} })
  }
  return (path) => {
    const known = fixed.get(path)
    if (known) return known
    const found = router.find('GET', path)
    if (!found) return undefined
    const route = found.store as Route | undefined
    if (!route) return malformed
    // An empty segment is not an id: `/posts/` is no post.
    for (const segment of Object.values(found.params)) if (segment === '') return undefined
    return { route, path: found.params }
  }
}
