import { operationsOf, parametersOf, takesKey, wanted } from './contract.js'

/**
 * Every POST takes the header `Idempotency-Key`, below bases with `idempotency`; without bases the option
 * `paths` selects where.
 */
export function postIdempotent(options) {
  return {
    Root(root, ctx) {
      for (const { path, item, method, operation, name, location } of operationsOf(root, ctx)) {
        if (method !== 'post' || !wanted(root, path, 'idempotency', options)) continue
        if (!takesKey(parametersOf(root, item, operation))) {
          ctx.report({ message: `${name} is a POST and must take \`Idempotency-Key\`.`, location })
        }
      }
    },
  }
}
