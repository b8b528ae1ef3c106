/**
 * `x-scim` says what RFC 7643, section 7 asks of a resource or an attribute beyond JSON Schema, and nothing else. A
 * misspelt characteristic would be left out of the attribute table without a word.
 */
export function scimCharacteristics() {
  let components = {}
  return {
    Root(root) {
      components = root.components?.schemas ?? {}
    },
    Schema(schema, { report, location }) {
      const scim = schema['x-scim']
      if (scim === undefined) return
      const at = location.child(['x-scim'])
      if (!isObject(scim)) return report({ message: 'x-scim must be an object.', location: at })
      const known = scim.id === undefined ? ATTRIBUTE : RESOURCE
      for (const [name, value] of Object.entries(scim)) {
        const fault = Object.hasOwn(known, name) ? known[name](value, components) : UNKNOWN
        if (fault) report({ message: `x-scim: ${name} ${fault}.`, location: at.child([name]) })
      }
    },
  }
}

const UNKNOWN = 'is no characteristic (RFC 7643, 7)'

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf = (values) => (value) =>
  values.includes(value) ? undefined : `must be one of ${values.join(', ')}`

const text = (pattern, what) => (value) =>
  typeof value === 'string' && pattern.test(value) ? undefined : `must be ${what}`

const texts = (values) =>
  Array.isArray(values) &&
  values.length > 0 &&
  values.every((value) => typeof value === 'string') &&
  new Set(values).size === values.length
    ? undefined
    : 'must be a list of different texts'

/** Extensions by the names of their components, and whether a resource has to have them. */
const extensions = (value, components) => {
  if (!isObject(value)) return 'must be an object'
  for (const [name, required] of Object.entries(value)) {
    if (!components[name]?.['x-scim']?.id) return `names ${name}, which has no x-scim with an id`
    if (typeof required !== 'boolean') return `must say of ${name} true or false`
  }
  return undefined
}

const RESOURCE = {
  id: text(/^urn:[\w.:-]+$/, 'a URN'),
  name: text(/^[A-Z]\w*$/, 'a name such as User'),
  endpoint: text(/^\/[A-Z]\w*$/, 'a path such as /Users'),
  extensions,
}

const truth = oneOf([true, false])

const ATTRIBUTE = {
  required: truth,
  caseExact: truth,
  mutability: oneOf(['readOnly', 'readWrite', 'immutable', 'writeOnly']),
  returned: oneOf(['always', 'never', 'default', 'request']),
  uniqueness: oneOf(['none', 'server', 'global']),
  canonicalValues: texts,
  canonicalTypes: texts,
  referenceTypes: texts,
  ref: text(/^[A-Z]\w*$/, 'the name of a resource such as User'),
}
