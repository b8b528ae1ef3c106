/** Names that languages give to something else: openapi-generator renames such a class, or hides theirs. */
const taken =
  'Any Array Blob Boolean Box Byte Char Class Date Double Enum Error Event Exception File Float Function ' +
  'Integer Iterator List Long Map None Null Number Object Option Optional Promise Record Request ' +
  'Response Result Self Set Short Some String Symbol Type Vec Void'

/**
 * No schema has a name that a language has given to something of its own; option `names` adds more. Clients in Go make
 * `NullableBook` of every object `Book`, so that no schema may be called so.
 */
export function schemaNamesFree({ names = [] } = {}) {
  const all = new Set([...taken.split(' '), ...names].map((name) => name.toLowerCase()))
  return {
    Root(root, ctx) {
      const schemas = root.components?.schemas ?? {}
      const isObject = (name) => schemas[name]?.type === 'object'
      for (const name of Object.keys(schemas)) {
        const isMade = name.startsWith('Nullable') && isObject(name.slice('Nullable'.length))
        if (!all.has(name.toLowerCase()) && !isMade) continue
        const message = `A schema must not be called ${name}: languages have something of that name.`
        ctx.report({ message, location: ctx.location.child(['components', 'schemas', name]) })
      }
    },
  }
}
