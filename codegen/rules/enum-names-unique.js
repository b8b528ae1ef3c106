/**
 * Names of enum values are unique among the schemas of `components`: a generated Go client has one
 * constant for each, in one namespace. A value that occurs twice gets names of its own by
 * `x-enum-varnames`.
 */
export function enumNamesUnique() {
  return {
    Root(root, ctx) {
      const owners = new Map()
      for (const [schema, { enum: values, ...rest }] of Object.entries(
        root.components?.schemas ?? {},
      )) {
        if (!values) continue
        const location = ctx.location.child(['components', 'schemas', schema])
        const names = rest['x-enum-varnames'] ?? values
        if (names.length !== values.length)
          ctx.report({ message: `${schema}: x-enum-varnames must name each value.`, location })
        for (const name of names) {
          const constant = String(name)
            .toUpperCase()
            .replace(/[^A-Z0-9]+/g, '_')
          const owner = owners.get(constant)
          if (owner)
            ctx.report({
              message: `${schema} and ${owner} both call a value ${name}; name them in x-enum-varnames.`,
              location,
            })
          owners.set(constant, schema)
        }
      }
    },
  }
}
