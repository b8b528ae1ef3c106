const sections = ['schemas', 'responses', 'requestBodies', 'parameters']

/**
 * A schema, response, request body or parameter has a name that none of the others has. The generator
 * oapi-codegen makes a Go type of each, in one namespace.
 */
export function componentNamesDistinct() {
  return {
    Root(root, ctx) {
      const owners = new Map()
      for (const section of sections)
        for (const name of Object.keys(root.components?.[section] ?? {})) {
          const owner = owners.get(name)
          if (owner === undefined) owners.set(name, section)
          else {
            const message = `${name} is the name of one of the ${owner} as well.`
            ctx.report({ message, location: ctx.location.child(['components', section, name]) })
          }
        }
    },
  }
}
