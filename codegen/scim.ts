import { follow } from './document.ts'
import { banner, literal } from './print.ts'
import type { Model } from './model.ts'
import type { JsonObject } from './source.ts'

/**
 * The attribute table of SCIM (RFC 7643, 7), read off the component schemas that have an `x-scim` with an
 * `id`. Names, types, `readOnly` and the like come from JSON Schema; `x-scim` says the rest.
 */

interface Attribute {
  readonly name: string
  readonly type: string
  readonly multiValued: boolean
  readonly description: string
  readonly required: boolean
  readonly canonicalValues?: readonly string[]
  readonly caseExact: boolean
  readonly mutability: string
  readonly returned: string
  readonly uniqueness: string
  readonly referenceTypes?: readonly string[]
  readonly subAttributes?: readonly Attribute[]
}

/** The attributes that every resource has, and that `/Schemas` does not list (RFC 7643, 3.1). */
const COMMON = ['schemas', 'id', 'externalId', 'meta']

/** The source of `scim.ts`; `undefined` for a contract without schemas of SCIM. */
export function emitScim(model: Model): string | undefined {
  const { document } = model
  const components = Object.entries<JsonObject>(document.components?.schemas ?? {}).filter(
    ([, schema]) => schema['x-scim']?.id !== undefined,
  )
  if (components.length === 0) return undefined
  const extensions = new Set(
    components.flatMap(([, one]) => Object.keys(one['x-scim'].extensions ?? {})),
  )
  const resources = components.filter(([name]) => !extensions.has(name))
  const urnOf = (name: string) => document.components.schemas[name]['x-scim'].id as string
  const schemas = components.map(([, schema]) => ({
    id: schema['x-scim'].id,
    name: schema['x-scim'].name,
    description: oneLine(schema.description),
    attributes: attributesOf(document, schema).filter(({ name }) => !isBeside(name)),
  }))
  const types = resources.map(([, schema]) => ({
    name: schema['x-scim'].name,
    endpoint: schema['x-scim'].endpoint,
    description: oneLine(schema.description),
    schema: schema['x-scim'].id,
    extensions: Object.entries(schema['x-scim'].extensions ?? {}).map(([name, required]) => ({
      schema: urnOf(name),
      required,
    })),
    served: Object.keys(document.paths).some((path) => path.endsWith(schema['x-scim'].endpoint)),
  }))
  const common = attributesOf(document, resources[0]?.[1] ?? {}).filter(({ name }) =>
    COMMON.includes(name),
  )
  const told = (value: unknown, lead: number) => literal(value, 0, lead)
  return `${banner}${declarations}
/** Attributes that every resource has, whatever its schema. */
export const scimCommonAttributes: readonly ScimAttribute[] = ${told(common, 62)}

export const scimSchemas: readonly ScimSchema[] = ${told(schemas, 50)}

export const scimResourceTypes: readonly ScimResourceType[] = ${told(types, 62)}
`
}

const isBeside = (name: string) => COMMON.includes(name) || name.includes(':')

const oneLine = (text: unknown) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()

function attributesOf(document: JsonObject, schema: JsonObject): Attribute[] {
  const required = new Set((schema.required ?? []) as string[])
  return Object.entries<JsonObject>(schema.properties ?? {}).map(([name, property]) =>
    attributeOf(document, name, property, required.has(name)),
  )
}

function attributeOf(
  document: JsonObject,
  name: string,
  property: JsonObject,
  always: boolean,
): Attribute {
  const own = { ...(follow(document, property) as JsonObject), ...property }
  const scim = (own['x-scim'] ?? {}) as JsonObject
  const multiValued = own.type === 'array'
  const value = (multiValued ? follow(document, own.items) : own) as JsonObject
  const type = typeOf(value, scim)
  const subAttributes = type === 'complex' ? subAttributesOf(document, value, scim) : undefined
  return {
    name,
    type,
    multiValued,
    description: oneLine(own.description),
    required: scim.required === true,
    ...(scim.canonicalValues && { canonicalValues: scim.canonicalValues as string[] }),
    caseExact: scim.caseExact === true,
    mutability: own.readOnly
      ? 'readOnly'
      : own.writeOnly
        ? 'writeOnly'
        : (scim.mutability ?? 'readWrite'),
    returned: always ? 'always' : own.writeOnly ? 'never' : (scim.returned ?? 'default'),
    uniqueness: scim.uniqueness ?? 'none',
    ...(type === 'reference' && { referenceTypes: scim.referenceTypes as string[] }),
    ...(subAttributes && { subAttributes }),
  }
}

/** Sub-attributes; canonical types stand at the list, and `$ref` is said by its target. */
function subAttributesOf(
  document: JsonObject,
  value: JsonObject,
  { canonicalTypes }: JsonObject,
): Attribute[] {
  const { ref, mutability = 'readWrite' } = (value['x-scim'] ?? {}) as JsonObject
  const listed = attributesOf(document, value).map((one) =>
    one.name === 'type' && canonicalTypes
      ? { ...one, canonicalValues: canonicalTypes as string[] }
      : one,
  )
  if (ref === undefined) return listed
  const reference: Attribute = {
    name: '$ref',
    type: 'reference',
    multiValued: false,
    description: 'The address of the resource.',
    required: false,
    caseExact: true,
    mutability,
    returned: 'default',
    uniqueness: 'none',
    referenceTypes: [ref],
  }
  return [...listed.slice(0, 1), reference, ...listed.slice(1)]
}

function typeOf({ type, format, contentEncoding, ...value }: JsonObject, scim: JsonObject): string {
  if (scim.referenceTypes || value['x-scim']?.referenceTypes) return 'reference'
  if (type === 'object') return 'complex'
  if (contentEncoding === 'base64') return 'binary'
  if (format === 'date-time') return 'dateTime'
  return type === 'number' ? 'decimal' : String(type)
}

const declarations = `
/** An attribute with its characteristics (RFC 7643, 2.2 and 7). */
export interface ScimAttribute {
  readonly name: string
  readonly type:
    | 'string'
    | 'boolean'
    | 'decimal'
    | 'integer'
    | 'dateTime'
    | 'binary'
    | 'reference'
    | 'complex'
  readonly multiValued: boolean
  readonly description: string
  readonly required: boolean
  readonly canonicalValues?: readonly string[]
  readonly caseExact: boolean
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
  readonly returned: 'always' | 'never' | 'default' | 'request'
  readonly uniqueness: 'none' | 'server' | 'global'
  readonly referenceTypes?: readonly string[]
  readonly subAttributes?: readonly ScimAttribute[]
}

/** A schema: its URN and its attributes but those that all resources have. */
export interface ScimSchema {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly ScimAttribute[]
}

/** A type of resources. \`served\` says whether the contract has a path for it. */
export interface ScimResourceType {
  readonly name: string
  readonly endpoint: string
  readonly description: string
  /** The URN of its schema. */
  readonly schema: string
  readonly extensions: readonly { readonly schema: string; readonly required: boolean }[]
  readonly served: boolean
}
`
