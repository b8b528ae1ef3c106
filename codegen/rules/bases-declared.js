const switches = ['cors', 'paging', 'idempotency', 'plan']

/**
 * `x-bases` lists prefixes, each with its dialect, which is one of the option `dialects`. A base says
 * whether its operations answer other origins, page their lists, honour `Idempotency-Key` and ask for a
 * plan. `anyQuery` lets in query parameters that are not declared. Every path and alias is below one of them. A contract without bases has none of that.
 */
export function basesDeclared({ dialects }) {
  return {
    Root(root, ctx) {
      const bases = root['x-bases']
      if (bases === undefined) return
      const location = ctx.location.child(['x-bases'])
      if (!Array.isArray(bases)) {
        ctx.report({ message: 'x-bases must be a list.', location })
        return
      }
      const taken = new Set()
      for (const [index, base] of bases.entries())
        for (const message of faultsOf(base, taken, dialects))
          ctx.report({ message, location: location.child([index]) })
      for (const [path, item] of Object.entries(root.paths ?? {}))
        for (const each of [path, ...[item['x-aliases'] ?? []].flat()]) {
          if ([...taken].some((prefix) => each === prefix || `${each}`.startsWith(`${prefix}/`)))
            continue
          const message = `${each} is below no base of x-bases.`
          ctx.report({ message, location: ctx.location.child(['paths', path]) })
        }
    },
  }
}

function faultsOf(base, taken, dialects) {
  const prefixes = [base.prefix, ...(base.aliases ?? [])]
  const faults = prefixes
    .filter((prefix) => !/^(?:\/[a-z0-9._-]+)+$/.test(prefix))
    .map(
      (prefix) => `The prefix ${prefix} must be a path in lower case without a slash at its end.`,
    )
  for (const prefix of prefixes) {
    if (taken.has(prefix)) faults.push(`The prefix ${prefix} stands twice in x-bases.`)
    taken.add(prefix)
  }
  if (typeof base.dialect !== 'string' || dialects?.includes(base.dialect) === false)
    faults.push(`The dialect of ${base.prefix} must be one of ${(dialects ?? []).join(', ')}.`)
  for (const name of switches)
    if (typeof base[name] !== 'boolean')
      faults.push(`The base ${base.prefix} must say ${name}: true or false.`)
  if (base.anyQuery !== undefined && base.anyQuery !== true)
    faults.push(`anyQuery of ${base.prefix} must be true, or be left out.`)
  return faults
}
