import { follow, methods } from './document.ts'
import type { NewOperation } from './insert.ts'
import { singular } from './names.ts'
import type { JsonObject } from './source.ts'

/** The operation that a new one is modelled on, with the names of its parts. */
export interface Model {
  readonly kind: (typeof kinds)[number]
  readonly response: string
  readonly reply: string
  readonly data: string
  /** The name of a part as the new operation has it. */
  readonly renamed: (name: string) => string
}

interface Named {
  readonly tag: string
  readonly operation: JsonObject
}

/** The nearest operation that answers as a new one will: of its tag, else of its surface, else any. */
export function modelOf(document: JsonObject, added: NewOperation): Model | undefined {
  const kind = kindOf(added.operationId)
  if (!kind) return undefined
  // An update answers as a get does.
  const same = (id: string) => answered(kindOf(id)) === answered(kind)
  return nearest(document, added)
    .filter(({ operation }) => same(operation.operationId ?? ''))
    .flatMap(({ operation }) => {
      const [status, response] = Object.entries<JsonObject>(operation.responses ?? {})[0] ?? []
      if (!response?.$ref || (kind === 'create') !== (status === '201')) return []
      const reply = follow(document, response)?.content?.['application/json']?.schema
      const data = follow(document, reply)?.properties?.data
      const resource = data?.items ?? data
      if (!reply?.$ref || (kind !== 'delete' && !resource?.$ref)) return []
      const names = [response.$ref, reply.$ref, resource?.$ref ?? ''].map(nameOf)
      const [one = '', two = '', three = ''] = names
      // An answer that is called after another resource than it shows is no model.
      if (kind !== 'delete' && !(one.startsWith(three) && two.startsWith(three))) return []
      return [{ kind, response: one, reply: two, data: three, renamed: renaming(three, added) }]
    })[0]
}

/** The model of the body of an operation that creates or updates. */
export function bodyModelOf(document: JsonObject, added: NewOperation) {
  const verb = /^(?:create|update)(?=[A-Z])/.exec(added.operationId)?.[0]
  if (!verb || added.method === 'get') return undefined
  return nearest(document, added)
    .filter(({ operation }) => operation.operationId?.startsWith(verb))
    .flatMap(({ operation }) => {
      const body = operation.requestBody
      const schema = follow(document, body)?.content?.['application/json']?.schema
      const noun = String(operation.operationId).slice(verb.length)
      if (!body?.$ref || !schema?.$ref) return []
      const names = { body: nameOf(body.$ref), schema: nameOf(schema.$ref) }
      if (!names.body.startsWith(noun) || !names.schema.startsWith(noun)) return []
      return [{ ...names, renamed: renaming(noun, added) }]
    })[0]
}

const nameOf = (pointer: string): string => pointer.split('/').at(-1)!

const renaming =
  (from: string, { operationId }: NewOperation) =>
  (name: string): string =>
    nounOf(operationId) + name.slice(from.length)

/** The verbs that have an answer to copy; for others the author writes it. */
const kinds = ['list', 'create', 'get', 'update', 'delete'] as const

function kindOf(operationId: string): Model['kind'] | undefined {
  const verb = /^[a-z]+(?=[A-Z])/.exec(operationId)?.[0]
  return kinds.find((kind) => kind === verb)
}

/** `Category` of `listCategories`. */
function nounOf(operationId: string): string {
  const noun = operationId.replace(/^[a-z]+/, '')
  if (kindOf(operationId) !== 'list') return noun
  return singular(noun)
}

const answered = (kind: Model['kind'] | undefined) => (kind === 'update' ? 'get' : kind)

function nearest(document: JsonObject, { tag }: NewOperation): Named[] {
  const surface = tag.split('.')[0]!
  const all = Object.values<JsonObject>(document.paths).flatMap((item) =>
    Object.entries<JsonObject>(item)
      .filter(([key]) => methods.has(key))
      .map(([, operation]) => ({ tag: String(operation.tags?.[0] ?? ''), operation })),
  )
  const distance = (one: Named) => (one.tag === tag ? 0 : one.tag.startsWith(`${surface}.`) ? 1 : 2)
  return all.sort((a, b) => distance(a) - distance(b))
}
