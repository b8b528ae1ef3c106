import { operationsOf } from './contract.js'

/**
 * Every security scheme says what kind of caller it brings (`x-caller`), or beside which other one it
 * is sent (`x-accompanies`). An entry of an operation's `security` names one scheme that says who
 * calls, and beside it only what accompanies that one. The server can hold nothing else.
 */
export function securityCallers() {
  return {
    Root(root, ctx) {
      const schemes = root.components?.securitySchemes ?? {}
      const known = (name) => Object.hasOwn(schemes, name)
      for (const [name, scheme] of Object.entries(schemes)) {
        const location = ctx.location.child(['components', 'securitySchemes', name])
        const { 'x-caller': caller, 'x-accompanies': other, 'x-stand-in': standIn } = scheme
        if ((caller === undefined) === (other === undefined))
          ctx.report({
            message: `${name} must have x-caller or x-accompanies, and not both.`,
            location,
          })
        for (const each of [other, standIn])
          if (each !== undefined && !known(each))
            ctx.report({ message: `${name} names ${each}, which is no security scheme.`, location })
      }
      for (const { name, operation, location } of operationsOf(root, ctx))
        for (const [index, entry] of (operation.security ?? []).entries()) {
          const message = faultOf(entry, schemes, known)
          const at = location.child(['security', index])
          if (message) ctx.report({ message: `${name} ${message}`, location: at })
        }
    },
  }
}

function faultOf(entry, schemes, known) {
  const names = Object.keys(entry)
  const unknown = names.find((name) => !known(name))
  if (unknown) return `asks for ${unknown}, which is no security scheme.`
  const [caller, ...more] = names.filter((name) => schemes[name]['x-accompanies'] === undefined)
  if (!caller || more.length > 0) return 'must name one scheme that says who calls in each entry.'
  const stray = names.find((name) => name !== caller && schemes[name]['x-accompanies'] !== caller)
  return stray && `asks for ${stray}, which does not accompany ${caller}.`
}
