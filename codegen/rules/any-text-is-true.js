import { operationsOf } from './contract.js'

/** `x-any-text` is either left out or `true`, of an operation that takes a body. */
export function anyTextIsTrue() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        if (operation['x-any-text'] === undefined) continue
        if (operation['x-any-text'] === true && operation.requestBody) continue
        const message = `x-any-text of ${name} must be true, and it takes a body; or be left out.`
        ctx.report({ message, location: location.child(['x-any-text']) })
      }
    },
  }
}
