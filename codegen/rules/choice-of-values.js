import { follow } from './contract.js'

/**
 * Values are one list: `anyOf` and `oneOf` have at most one member with `const` or `enum`.
 * openapi-generator makes Java for `library=native` that does not compile of a constant beside an enum.
 */
export function choiceOfValues() {
  let root
  return {
    Root: {
      enter(document) {
        root = document
      },
    },
    Schema(schema, ctx) {
      for (const key of ['anyOf', 'oneOf']) {
        const lists = (schema[key] ?? []).filter((one) => {
          const own = follow(root, one) ?? {}
          return own.const !== undefined || own.enum || own['x-extensible-enum']
        })
        if (lists.length < 2) continue
        const message = `These values stand in ${lists.length} members of ${key}; make them one enum.`
        ctx.report({ message, location: ctx.location.child([key]) })
      }
    },
  }
}
