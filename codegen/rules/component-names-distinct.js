const sections = ['schemas', 'responses', 'requestBodies', 'parameters', 'securitySchemes']

const pascal = (name) => name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase())
const isTyped = (schema) => Boolean(schema?.properties ?? schema?.enum)

/**
 * A schema, response, request body, parameter or security scheme has a name that none of the others has. The
 * generator oapi-codegen makes a Go type of each, in one namespace. ogen makes one of a security scheme and of an
 * inline object as well, named by its schema and property.
 */
export function componentNamesDistinct() {
  return {
    Root(root, ctx) {
      const owners = new Map()
      for (const section of sections)
        for (const name of Object.keys(root.components?.[section] ?? {})) {
          const type = name[0].toUpperCase() + name.slice(1)
          const owner = owners.get(type)
          if (owner === undefined) owners.set(type, section)
          else {
            const message = `${name} is the name of one of the ${owner} as well.`
            ctx.report({ message, location: ctx.location.child(['components', section, name]) })
          }
        }
      for (const [name, { properties = {} }] of Object.entries(root.components?.schemas ?? {}))
        for (const [property, schema] of Object.entries(properties)) {
          const inline = `${name}${pascal(property)}`
          if (!isTyped(schema) || !owners.has(inline)) continue
          const message = `${inline}, what ${name} has inline as ${property}, is a component's name.`
          ctx.report({ message, location: ctx.location.child(['components', 'schemas', inline]) })
        }
    },
  }
}
