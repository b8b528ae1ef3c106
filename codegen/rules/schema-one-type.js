/**
 * A schema has one type, and null beside it at most; several are a oneOf, which generators for Go know. None of its
 * choices is a list, for which clients in Java name a class that there is not; such a schema has no type. A component
 * has a type of its own: of one that only refers to another, clients in Java and Rust do not compile.
 */
export function schemaOneType() {
  return {
    Schema(schema, ctx) {
      const types = [schema.type].flat().filter((type) => type !== 'null')
      if (types.length > 1)
        ctx.report({ message: `Write ${types.join(' or ')} as a oneOf.`, location: ctx.location })
      if ([...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].some(({ type }) => type === 'array'))
        ctx.report({ message: 'Leave out the type of what may be a list.', location: ctx.location })
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
