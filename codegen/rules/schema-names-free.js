/** Names that languages give to something else: openapi-generator renames such a class, or hides theirs. */
const taken =
  'Any Array Blob Boolean Box Byte Char Class Date Double Enum Error Event Exception File Float Function ' +
  'Integer Iterator List Long Map None Null Number Object Option Optional Promise Record Request ' +
  'Response Result Self Set Short Some String Symbol Type Vec Void'

/** No schema has a name that a language has given to something of its own. Option `names` adds more. */
export function schemaNamesFree({ names = [] } = {}) {
  const all = new Set([...taken.split(' '), ...names].map((name) => name.toLowerCase()))
  return {
    Root(root, ctx) {
      for (const name of Object.keys(root.components?.schemas ?? {})) {
        if (!all.has(name.toLowerCase())) continue
        const message = `A schema must not be called ${name}: languages have something of that name.`
        ctx.report({ message, location: ctx.location.child(['components', 'schemas', name]) })
      }
    },
  }
}
