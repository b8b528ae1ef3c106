import { operationsOf } from './contract.js'

/**
 * A credential that a browser sends by itself does not authorise a change. An operation other than GET
 * that a cookie opens asks for a credential in a header as well, in the same entry of its `security`.
 */
export function sessionCsrf() {
  return {
    Root(root, ctx) {
      const schemes = root.components?.securitySchemes ?? {}
      const sent = (entry, place) =>
        Object.keys(entry).some(
          (name) => schemes[name]?.type === 'apiKey' && schemes[name].in === place,
        )
      for (const { method, operation, name, location } of operationsOf(root, ctx)) {
        if (method === 'get' || method === 'head') continue
        for (const [index, entry] of (operation.security ?? []).entries()) {
          if (!sent(entry, 'cookie') || sent(entry, 'header')) continue
          const message = `${name} changes something under a cookie and must ask for a CSRF token.`
          ctx.report({ message, location: location.child(['security', index]) })
        }
      }
    },
  }
}
