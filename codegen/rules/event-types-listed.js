/**
 * A list of event types is whole. An `enum` or `x-extensible-enum` with one type that an operation
 * emits has every such type, whatever else it has.
 */
export function eventTypesListed() {
  let emitted
  return {
    Root: {
      enter(root) {
        const operations = Object.values(root.paths ?? {}).flatMap((item) => Object.values(item))
        emitted = new Set(operations.flatMap((operation) => operation?.['x-emits'] ?? []))
      },
    },
    Schema(schema, ctx) {
      for (const key of ['enum', 'x-extensible-enum']) {
        const values = schema[key]
        if (!Array.isArray(values) || !values.some((value) => emitted.has(value))) continue
        const lacking = [...emitted].filter((type) => !values.includes(type))
        if (lacking.length === 0) continue
        const message = `This list of event types lacks ${lacking.join(', ')}.`
        ctx.report({ message, location: ctx.location.child([key]) })
      }
    },
  }
}
