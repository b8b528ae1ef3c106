import { operationsOf } from './contract.js'

/** `x-rate-class` is one of the option `classes`; the default class is never written. */
export function rateClassKnown(options) {
  const classes = options.classes ?? []
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const own = operation['x-rate-class']
        if (own === undefined || classes.includes(own)) continue
        const message = `x-rate-class of ${name} is ${own}; there are ${classes.join(', ') || 'none'}.`
        ctx.report({ message, location: location.child(['x-rate-class']) })
      }
    },
  }
}
