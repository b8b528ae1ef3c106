import { operationsOf } from './contract.js'

/** `x-emits` is a list of distinct event types, each one an entry of `webhooks:`. */
export function emitsCatalogued() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const emits = operation['x-emits']
        if (emits === undefined) continue
        const at = location.child(['x-emits'])
        if (!Array.isArray(emits) || emits.length === 0) {
          ctx.report({ message: `x-emits of ${name} must be a list of event types.`, location: at })
          continue
        }
        for (const [index, type] of emits.entries()) {
          const here = location.child(['x-emits', index])
          if (!(type in (root.webhooks ?? {}))) {
            ctx.report({ message: `${name} emits ${type}, which webhooks: lacks.`, location: here })
          }
          if (emits.indexOf(type) < index) {
            ctx.report({ message: `x-emits of ${name} has ${type} twice.`, location: here })
          }
        }
      }
    },
  }
}
