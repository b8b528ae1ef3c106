/**
 * A schema has one type, and null beside it at most; several are a oneOf, which generators for Go know. A component
 * has a type of its own: of one that only refers to another, clients in Java and Rust do not compile.
 */
export function schemaOneType() {
  return {
    Schema(schema, ctx) {
      const types = [schema.type].flat().filter((type) => type !== 'null')
      if (types.length > 1)
        ctx.report({ message: `Write ${types.join(' or ')} as a oneOf.`, location: ctx.location })
    },
    Root(root, ctx) {
      for (const [name, { $ref }] of Object.entries(root.components?.schemas ?? {}))
        if ($ref !== undefined)
          ctx.report({
            message: `${name} only refers to ${$ref}: write out its type.`,
            location: ctx.location.child(['components', 'schemas', name]),
          })
    },
  }
}
