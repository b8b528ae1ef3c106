/**
 * A schema under `properties` is an object: oapi-codegen reads no boolean ones. A forbidden property is
 * `{ not: {} }`, which validators treat as `false`.
 */
export function propertiesAreObjects() {
  return {
    Schema(schema, ctx) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (typeof property !== 'boolean') continue
        const message = `The schema of ${name} is ${property}; write ${property ? '{}' : '{ not: {} }'}.`
        ctx.report({ message, location: ctx.location.child(['properties', name]) })
      }
    },
  }
}
