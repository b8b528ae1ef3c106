import type { Attribute, ResourceType } from './attribute.ts'

const PLAIN = {
  type: 'string',
  multiValued: false,
  caseExact: true,
  required: false,
  mutability: 'readOnly',
  returned: 'default',
  uniqueness: 'none',
} as const

/** The attributes that every resource has (RFC 7643, section 3.1), which no schema lists. */
const COMMON: readonly Attribute[] = [
  {
    ...PLAIN,
    name: 'schemas',
    type: 'reference',
    multiValued: true,
    returned: 'always',
    description: 'The URNs of the schemas that the resource has attributes of.',
  },
  {
    ...PLAIN,
    name: 'id',
    returned: 'always',
    uniqueness: 'server',
    description: 'The identifier that the service provider gave.',
  },
  {
    ...PLAIN,
    name: 'externalId',
    mutability: 'readWrite',
    description: 'The identifier that the provisioning client gave.',
  },
  {
    ...PLAIN,
    name: 'meta',
    type: 'complex',
    description: 'Facts about the resource.',
    subAttributes: [
      { ...PLAIN, name: 'resourceType', description: 'The name of the kind of resource.' },
      { ...PLAIN, name: 'created', type: 'dateTime', description: 'The time of creation.' },
      { ...PLAIN, name: 'lastModified', type: 'dateTime', description: 'The time of change.' },
      { ...PLAIN, name: 'location', type: 'reference', description: 'The address.' },
      { ...PLAIN, name: 'version', description: 'The entity tag.' },
    ],
  },
]

/** The attributes of a kind of resource without its extensions, the common ones first. */
export function attributesOf({ schema }: ResourceType): readonly Attribute[] {
  const own = new Set(schema.attributes.map(({ name }) => name))
  return [...COMMON.filter(({ name }) => !own.has(name)), ...schema.attributes]
}
