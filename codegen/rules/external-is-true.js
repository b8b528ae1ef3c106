import { operationsOf } from './contract.js'

/** `x-external` is either left out or `true`. */
export function externalIsTrue() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        if (operation['x-external'] === undefined || operation['x-external'] === true) continue
        const message = `x-external of ${name} must be true, or be left out.`
        ctx.report({ message, location: location.child(['x-external']) })
      }
    },
  }
}
