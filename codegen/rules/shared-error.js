import { operationsOf } from './contract.js'

/**
 * Every operation answers its failures with shared responses. `4XX`, `5XX` and `default` are references,
 * because some generators read ranges only and others `default` only. So is every failure that is named
 * beside them.
 */
export function sharedError() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        const responses = operation.responses ?? {}
        for (const status of ['4XX', '5XX', 'default']) {
          if (responses[status]) continue
          ctx.report({ message: `${name} must answer failures with ${status} as well.`, location })
        }
        for (const status of Object.keys(responses).filter((one) =>
          /^(?:[45]|default)/.test(one),
        )) {
          if (/^#\/components\/responses\/[^/]+$/.test(responses[status].$ref ?? '')) continue
          const message = `${name} must answer ${status} with a shared response.`
          ctx.report({ message, location: location.child(['responses', status]) })
        }
      }
    },
  }
}
