import { eventsOf, follow, operationsOf, parametersOf } from './contract.js'

/**
 * Values that may grow do not stop a client that was generated before. Answers and events have no `enum`
 * but `x-extensible-enum`, the values known today. Each is told in the description, `x-enumDescriptions`
 * or the catalogue of events. Requests have `enum` and no `x-extensible-enum`; what `SizeInput` takes,
 * `Size` knows.
 */
export function valuesOpen() {
  return {
    Root(root, ctx) {
      const report = (message, location) => ctx.report({ message, location })
      const operations = operationsOf(root, ctx)
      for (const { item, operation, name, location } of operations) {
        const taken = parametersOf(root, item, operation).map((one) => one?.schema)
        for (const { known } of found(root, [...taken, ...bodyOf(root, operation.requestBody)]))
          if (known) report(`${name} takes x-extensible-enum; a request has enum.`, location)
      }
      const answers = operations.map(({ operation, name, location }) => ({
        name,
        location,
        schemas: Object.values(operation.responses ?? {}).flatMap((one) => bodyOf(root, one)),
      }))
      const events = eventsOf(root, ctx).map(({ type, media, location }) => ({
        name: type,
        location,
        schemas: [media?.schema],
      }))
      for (const { name, location, schemas } of [...answers, ...events])
        for (const { values, known, told } of found(root, schemas)) {
          if (values)
            report(`${name} answers an enum (${values}); say x-extensible-enum.`, location)
          for (const value of known ?? [])
            if (!told(value) && !(value in (root.webhooks ?? {})))
              report(`${name} answers ${value}, which no description tells.`, location)
        }
      const schemas = root.components?.schemas ?? {}
      for (const [schema, { 'x-extensible-enum': known }] of Object.entries(schemas))
        for (const value of known ? (schemas[`${schema}Input`]?.enum ?? []) : [])
          if (!known.includes(value))
            report(
              `${schema} does not know ${value}, which ${schema}Input takes.`,
              ctx.location.child(['components', 'schemas', schema]),
            )
    },
  }
}

function bodyOf(root, holder) {
  return Object.values(follow(root, holder)?.content ?? {}).map(({ schema }) => schema)
}

/** Every list of values below these schemas. */
function* found(root, schemas, seen = new Set()) {
  for (const schema of schemas) {
    const own = follow(root, schema)
    if (own === null || typeof own !== 'object' || seen.has(own)) continue
    seen.add(own)
    const { enum: values, 'x-extensible-enum': known, description, ...rest } = own
    const told = (value) =>
      rest['x-enumDescriptions']?.[value] !== undefined ||
      new RegExp(`(?<!\\w)${value}(?!\\w)`).test(description ?? '')
    if (values || known) yield { values, known, told }
    yield* found(
      root,
      [
        ...Object.values(own.properties ?? {}),
        ...['items', 'additionalProperties', 'if', 'then', 'else'].map((key) => own[key]),
        ...['allOf', 'anyOf', 'oneOf'].flatMap((key) => own[key] ?? []),
      ],
      seen,
    )
  }
}
