import { operationsOf } from './contract.js'

/**
 * The file has one order: surfaces as in `x-tagGroups`, in each the resources by the alphabet. Each
 * resource has list, create, get, update, delete, and then its other operations.
 */
export function fileOrder() {
  return {
    Root(root, ctx) {
      const surfaces = (root['x-tagGroups'] ?? [])
        .flatMap((group) => group.tags ?? [])
        .map(surfaceOf)
      const bases = new Map()
      let before
      for (const { path, method, operation, name, location } of operationsOf(root, ctx)) {
        const tag = operation.tags?.[0] ?? ''
        if (!bases.has(tag)) bases.set(tag, path)
        const here = {
          name,
          tag,
          surface: surfaces.indexOf(surfaceOf(tag)),
          rank: rankOf(path, method, bases.get(tag)),
        }
        const fault = before && faultOf(before, here)
        if (fault) ctx.report({ message: fault, location })
        before = here
      }
    },
  }
}

const ranks = ['list', 'create', 'get', 'update', 'delete', 'other operations']

function faultOf(before, here) {
  if (here.surface < before.surface) return `${here.name} belongs before ${before.name}: surfaces.`
  if (here.surface > before.surface) return undefined
  if (here.tag < before.tag) return `${here.name} belongs before ${before.name}: resources a to z.`
  if (here.tag > before.tag || here.rank >= before.rank) return undefined
  return `${here.name} (${ranks[here.rank]}) belongs before ${before.name} (${ranks[before.rank]}).`
}

/** Deeper paths are other operations: nested resources have no order of their own. */
function rankOf(path, method, base) {
  if (path === base) return method === 'get' ? 0 : 1
  const rest = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : ''
  if (/^\{[^/]+\}$/.test(rest)) return method === 'get' ? 2 : method === 'delete' ? 4 : 3
  return /^\{[^/]+\}\/delete$/.test(rest) ? 4 : 5
}

function surfaceOf(tag) {
  return tag.split('.')[0]
}
