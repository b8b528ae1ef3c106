import type { Attribute, ResourceType, Schema } from './attribute.ts'
import { attributesOf } from './common.ts'

/** A place in a resource that a path leads to: an attribute, or one of its sub-attributes. */
export interface Place {
  /** The extension that the attribute belongs to, if it is none of the resource's own. */
  readonly extension: Schema | undefined
  readonly attribute: Attribute
  readonly sub: Attribute | undefined
}

type Names = ReadonlyMap<string, Attribute>

const namesOfTypes = new WeakMap<ResourceType, Names>()
const namesOfLists = new WeakMap<readonly Attribute[], Names>()

const byName = (attributes: readonly Attribute[]): Names =>
  new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]))

/** The attribute of this name, in whatever case, that a kind of resource has without its extensions. */
export function findAttribute(type: ResourceType, name: string): Attribute | undefined {
  const names = namesOfTypes.get(type) ?? byName(attributesOf(type))
  namesOfTypes.set(type, names)
  return names.get(name.toLowerCase())
}

/** The attribute of this name, in whatever case, among those of an extension or of a complex attribute. */
export function findAmong(
  attributes: readonly Attribute[] | undefined,
  name: string,
): Attribute | undefined {
  if (attributes === undefined) return undefined
  const names = namesOfLists.get(attributes) ?? byName(attributes)
  namesOfLists.set(attributes, names)
  return names.get(name.toLowerCase())
}

export const findSub = (attribute: Attribute, name: string): Attribute | undefined =>
  findAmong(attribute.subAttributes, name)

/** The extension with this URN, in whatever case. */
export const findExtension = (type: ResourceType, urn: string): Schema | undefined =>
  type.extensions.find(({ schema }) => same(schema.id, urn))?.schema

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** Whether the URN is that of the resource's own schema. */
export const isOwnSchema = (type: ResourceType, urn: string): boolean => same(type.schema.id, urn)

/**
 * The place of `attribute`, `attribute.sub` and either below the URN of a schema and a colon. The URN is cut off as a
 * whole, because it holds dots and colons itself. An extension's attribute is found without its URN where no attribute
 * of the resource has its name.
 */
export function findPlace(type: ResourceType, path: string): Place | undefined {
  const { schema, rest } = withoutUrn(type, path)
  const [name = '', subName, ...more] = rest.split('.')
  if (more.length > 0) return undefined
  const found = find(type, schema, name)
  if (found === undefined || subName === undefined) return found
  const sub = findSub(found.attribute, subName)
  return sub && { ...found, sub }
}

function find(type: ResourceType, schema: Schema | undefined, name: string): Place | undefined {
  const own = schema === undefined || schema === type.schema ? findAttribute(type, name) : undefined
  if (own) return { extension: undefined, attribute: own, sub: undefined }
  if (schema === type.schema) return undefined
  const extensions = schema ? [schema] : type.extensions.map((each) => each.schema)
  for (const extension of extensions) {
    const attribute = findAmong(extension.attributes, name)
    if (attribute) return { extension, attribute, sub: undefined }
  }
  return undefined
}

/** The schema whose URN a path begins with, and the path behind it. */
export function withoutUrn(
  type: ResourceType,
  path: string,
): { readonly schema: Schema | undefined; readonly rest: string } {
  const schemas = [type.schema, ...type.extensions.map((each) => each.schema)]
  const schema = schemas.find(({ id }) => same(path.slice(0, id.length + 1), `${id}:`))
  return { schema, rest: schema ? path.slice(schema.id.length + 1) : path }
}

/** The path of a place as the schema spells it, an extension's with its URN. */
export function pathOf({ extension, attribute, sub }: Place): string {
  const own = sub ? `${attribute.name}.${sub.name}` : attribute.name
  return extension ? `${extension.id}:${own}` : own
}

/** The sub-attribute that a complex attribute alone stands for, if it has one. */
export const valueSub = (attribute: Attribute): Attribute | undefined => findSub(attribute, 'value')

/** Whether an attribute refers to a resource, as `manager` and `members` do: its id alone may stand for it. */
export const isReference = (attribute: Attribute): boolean =>
  valueSub(attribute) !== undefined && findSub(attribute, '$ref') !== undefined
