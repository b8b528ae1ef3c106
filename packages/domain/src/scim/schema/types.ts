import { scimResourceTypes, scimSchemas } from '@mobieus/contract'
import type { ResourceType, Schema } from './attribute.ts'

/** The resource types as the contract has them. */

function schemaOf(urn: string): Schema {
  const found = scimSchemas.find(({ id }) => id === urn)
  if (!found) throw new Error(`the contract has no schema ${urn}`)
  return found
}

function typeOf(name: ResourceType['name']): ResourceType {
  const row = scimResourceTypes.find((each) => each.name === name)
  if (!row) throw new Error(`the contract has no resource type ${name}`)
  const extensions = row.extensions.map(({ schema, required }) => ({
    schema: schemaOf(schema),
    required,
  }))
  return { name, endpoint: row.endpoint, schema: schemaOf(row.schema), extensions }
}

export const userType = typeOf('User')
export const groupType = typeOf('Group')

export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
