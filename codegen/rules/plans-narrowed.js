import { operationsOf } from './contract.js'

/** `x-plans` stands at the root; an operation's own is a part of it, not all and not none. */
export function plansNarrowed() {
  return {
    Root(root, ctx) {
      const all = root['x-plans']
      if (!Array.isArray(all) || all.length === 0) {
        ctx.report({ message: 'x-plans at the root must list the plans that include the API.' })
        return
      }
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const own = operation['x-plans']
        if (own === undefined) continue
        const narrower =
          Array.isArray(own) && own.length < all.length && own.every((plan) => all.includes(plan))
        if (narrower && own.length > 0) continue
        const message = `x-plans of ${name} must be some of ${all.join(', ')}.`
        ctx.report({ message, location: location.child(['x-plans']) })
      }
    },
  }
}
