/** One attribute of a schema with the characteristics of RFC 7643, section 7. */
export interface Attribute {
  readonly name: string
  readonly type:
    'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex'
  readonly multiValued: boolean
  readonly caseExact: boolean
  readonly required: boolean
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
  readonly returned: 'always' | 'never' | 'default' | 'request'
  readonly uniqueness: 'none' | 'server' | 'global'
  readonly canonicalValues?: readonly string[]
  readonly referenceTypes?: readonly string[]
  readonly description: string
  readonly subAttributes?: readonly Attribute[]
}

/** A schema, named by its URN. */
export interface Schema {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly Attribute[]
}

/** A kind of resource: its own schema, and those that extend it. */
export interface ResourceType {
  readonly name: 'User' | 'Group'
  readonly endpoint: string
  readonly schema: Schema
  readonly extensions: readonly { readonly schema: Schema; readonly required: boolean }[]
}
