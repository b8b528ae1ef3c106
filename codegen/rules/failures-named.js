import { baseOf, operationsOf, parametersOf, takesKey } from './contract.js'

/**
 * The failures that an operation can have by its shape are named beside `4XX`. They are 404 where its
 * path has a parameter, 409 where it takes `Idempotency-Key`, and 422 where it is a POST. Every fault of
 * a POST's body is told, even if it takes none. Failures that any operation can have, such as 401 or
 * 429, are left to the range. Holds below bases whose dialect is `envelope`; others fail by their own
 * standards.
 */
export function failuresNamed() {
  return {
    Root(root, ctx) {
      for (const { path, item, method, operation, name, location } of operationsOf(root, ctx)) {
        if ((baseOf(root, path)?.dialect ?? 'envelope') !== 'envelope') continue
        const keyed = takesKey(parametersOf(root, item, operation))
        for (const [status, why] of [
          ...(path.includes('{') ? [['404', 'has a parameter in its path']] : []),
          ...(keyed ? [['409', 'takes `Idempotency-Key`']] : []),
          ...(method === 'post' ? [['422', 'is a POST']] : []),
        ]) {
          if (operation.responses?.[status]) continue
          ctx.report({ message: `${name} ${why} and must name ${status}.`, location })
        }
      }
    },
  }
}
