import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { published, type Validator } from './artifacts.ts'

// A JSON Schema of any shape.
type Schema = { readonly [name: string]: unknown }

/** A schema of the contract as a model is asked to fill it, and the check of what it has filled in. */
export interface ModelSchema {
  readonly schema: object
  readonly check: Validator
}

let components: Record<string, Schema> | undefined
const made = new Map<string, ModelSchema>()

/**
 * The schema of an object whose properties are components of the contract, or those of one component. References
 * are written out, values that may grow are those known today, and nothing else may be said. Made once.
 */
export function modelSchemaOf(of: string | Readonly<Record<string, string>>): ModelSchema {
  const name = JSON.stringify(of)
  let each = made.get(name)
  if (!each) {
    const schema = closed(typeof of === 'string' ? componentOf(of) : objectOf(of)) as object
    each = { schema, check: compile(schema) }
    made.set(name, each)
  }
  return each
}

function componentOf(name: string): Schema {
  components ??= JSON.parse(published.json.toString()).components.schemas
  const schema = components?.[name]
  if (!schema) throw new Error(`the contract has no schema ${name}`)
  return schema
}

const objectOf = (of: Readonly<Record<string, string>>): Schema => ({
  type: 'object',
  required: Object.keys(of),
  properties: Object.fromEntries(
    Object.entries(of).map(([property, name]) => [property, componentOf(name)]),
  ),
})

/** Without references and extensions; objects have their own properties alone. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const { $ref, ...rest } = value as Schema
  const target = typeof $ref === 'string' ? componentOf($ref.split('/').at(-1) as string) : {}
  const whole: Schema = { ...target, ...rest }
  const entries = Object.entries(whole)
    .filter(([key]) => !key.startsWith('x-') && key !== 'format' && key !== 'example')
    .map(([key, each]) => [key, key === 'properties' ? closedEach(each as Schema) : closed(each)])
  const known = whole['x-extensible-enum']
  return {
    ...Object.fromEntries(entries),
    ...(known !== undefined && { enum: known }),
    ...(whole.properties !== undefined && { additionalProperties: false }),
  }
}

const closedEach = (properties: Schema) =>
  Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, closed(each)]))

function compile(schema: object): Validator {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  return ajv.compile(schema) as unknown as Validator
}
