import { operationsOf } from './contract.js'

/**
 * The permission to call an operation stands at the operation. It has its own `security`, and every
 * scope is listed in the description of its security scheme. One that asks for a credential but for no
 * scope says "Needs no scope" in its description. A credential that carries no scopes (an `apiKey`, such
 * as a session cookie) is exempt.
 */
export function operationScopes() {
  return {
    Root(root, ctx) {
      for (const { name, operation, location } of operationsOf(root, ctx)) {
        if (!operation.security) {
          ctx.report({
            message: `${name} must declare \`security\`; \`[]\` means public.`,
            location,
          })
          continue
        }
        for (const [index, entry] of operation.security.entries()) {
          for (const [scheme, scopes] of Object.entries(entry)) {
            const at = location.child(['security', index, scheme])
            for (const message of faults(root, name, operation, scheme, scopes)) {
              ctx.report({ message, location: at })
            }
          }
        }
      }
    },
  }
}

function faults(root, name, operation, schemeName, scopes) {
  const scheme = root.components?.securitySchemes?.[schemeName]
  if (scheme === undefined || scheme.type === 'apiKey') return []
  if (scopes.length === 0) {
    return /needs no scope/i.test(operation.description ?? '')
      ? []
      : [`${name} must name a scope of ${schemeName}, or say "Needs no scope" in its description.`]
  }
  return scopes
    .filter((scope) => !(scheme.description ?? '').includes(`\`${scope}\``))
    .map((scope) => `${name} asks for the scope ${scope}, which ${schemeName} does not describe.`)
}
