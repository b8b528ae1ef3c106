/**
 * No schema stands inline twice, nor inline beside a component that is the same. An object with two
 * properties or an enum with two values that is needed again is a component. Words do not count.
 */
export function schemaOnce() {
  const first = new Map()
  const inline = []
  return {
    Schema(schema, ctx) {
      const text = canonical(schema)
      if (text === undefined) return
      const component = /^#\/components\/schemas\/[^/]+$/.exec(ctx.location.pointer)
      if (component) first.set(text, ctx.location.pointer)
      else inline.push({ text, location: ctx.location })
    },
    Root: {
      leave(_root, ctx) {
        for (const { text, location } of inline) {
          const other = first.get(text)
          if (other === undefined) first.set(text, location.pointer)
          else if (other !== location.pointer) {
            const message = `This schema is the same as ${other}; make it one component.`
            ctx.report({ message, location })
          }
        }
      },
    },
  }
}

const words = new Set(['description', 'title', 'example', 'examples', '$comment', 'deprecated'])

/** The schema as text without words; undefined where it is too small to be worth a name. */
function canonical(schema) {
  const values = schema.enum ?? schema['x-extensible-enum']
  const big = Object.keys(schema.properties ?? {}).length > 1 || values?.length > 1
  return big ? JSON.stringify(strip(schema, true)) : undefined
}

function strip(value, isSchema) {
  if (Array.isArray(value)) return value.map((inner) => strip(inner, true))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => !(isSchema && words.has(key)))
      .sort()
      .map((key) => [key, strip(value[key], key !== 'properties')]),
  )
}
