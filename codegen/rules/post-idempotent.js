import { operationsOf, parametersOf, wanted } from './contract.js'

/**
 * Every POST takes the header `Idempotency-Key`, below bases with `idempotency`; without bases the option
 * `paths` selects where.
 */
export function postIdempotent(options) {
  return {
    Root(root, ctx) {
      for (const { path, item, method, operation, name, location } of operationsOf(root, ctx)) {
        if (method !== 'post' || !wanted(root, path, 'idempotency', options)) continue
        const takesKey = parametersOf(root, item, operation).some(
          (one) => one?.in === 'header' && one.name.toLowerCase() === 'idempotency-key',
        )
        if (!takesKey) {
          ctx.report({ message: `${name} is a POST and must take \`Idempotency-Key\`.`, location })
        }
      }
    },
  }
}
