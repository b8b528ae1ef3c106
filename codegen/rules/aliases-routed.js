import { baseOf, operationsOf } from './contract.js'

/**
 * `x-aliases` on a path item lists further paths, each with the placeholders of the path itself, and
 * used nowhere else. The description of the path item or of its operations names each. An alias of a
 * base is named in the description of the tag of every operation below it.
 */
export function aliasesRouted() {
  return {
    Root(root, ctx) {
      for (const { path, name, operation, location } of operationsOf(root, ctx)) {
        const [tag] = (root.tags ?? []).filter((each) => each.name === operation.tags?.[0])
        for (const alias of baseOf(root, path)?.aliases ?? []) {
          if ((tag?.description ?? '').includes(alias)) continue
          const message = `The alias ${alias} must be named in the description of the tag of ${name}.`
          ctx.report({ message, location })
        }
      }
      const taken = new Set(Object.keys(root.paths ?? {}).map(shape))
      for (const [path, item] of Object.entries(root.paths ?? {})) {
        const aliases = item['x-aliases']
        if (aliases === undefined) continue
        const location = ctx.location.child(['paths', path, 'x-aliases'])
        if (!Array.isArray(aliases) || aliases.length === 0) {
          ctx.report({ message: `x-aliases of ${path} must be a list of paths.`, location })
          continue
        }
        const told = operationsOf({ paths: { [path]: item } }, ctx)
          .map(({ operation }) => operation.description ?? '')
          .concat(item.description ?? '')
          .join('\n')
        for (const alias of aliases) {
          const message = faultOf(alias, path, taken, told)
          if (message) ctx.report({ message, location })
          taken.add(shape(String(alias)))
        }
      }
    },
  }
}

function faultOf(alias, path, taken, told) {
  if (typeof alias !== 'string' || !alias.startsWith('/')) return `The alias ${alias} is no path.`
  if (taken.has(shape(alias))) return `The alias ${alias} of ${path} is a path of its own.`
  if (placeholders(alias) !== placeholders(path)) {
    return `The alias ${alias} must have the placeholders of ${path}.`
  }
  return told.includes(alias)
    ? undefined
    : `The alias ${alias} must be named in a description of ${path}.`
}

function shape(path) {
  return path.replace(/\{[^}]*\}/g, '{}')
}

function placeholders(path) {
  return [...path.matchAll(/\{([^}]*)\}/g)]
    .map((match) => match[1])
    .sort()
    .join()
}
