import { operationsOf } from './contract.js'

/**
 * Every operation answers its failures with the one shared response: `default` is a reference to
 * one of the option `responses`, and no 4xx or 5xx stands beside it.
 */
export function sharedError(options) {
  const shared = options.responses ?? ['#/components/responses/Error']
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const responses = operation.responses ?? {}
        if (!shared.includes(responses.default?.$ref)) {
          const message = `${name} must answer failures with default: ${shared.join(' or ')}.`
          ctx.report({ message, location })
        }
        for (const status of Object.keys(responses).filter((one) => /^[45]/.test(one))) {
          const message = `${name} must leave ${status} to its default response.`
          ctx.report({ message, location: location.child(['responses', status]) })
        }
      }
    },
  }
}
