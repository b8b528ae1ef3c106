import { Document, visit } from 'yaml'
import { follow, lookUp } from './document.ts'
import { textOf, type AliasOf } from './anchors.ts'
import { bodyModelOf, modelOf, type Model } from './alike.ts'
import type { NewOperation } from './insert.ts'
import type { JsonObject, Raw } from './source.ts'

/** A component that an operation needs, as the lines of its entry. */
export interface Part {
  readonly section: 'parameters' | 'requestBodies' | 'responses' | 'schemas'
  readonly name: string
  /** The component that it was made after, and stands near. */
  readonly after: string
  readonly lines: readonly string[]
}

/** The components that an operation refers to, and those of them that have to be made. */
export interface Skeleton {
  /** The response of its success; undefined where the contract has no operation to go by. */
  readonly response?: string
  readonly body?: string
  readonly parts: readonly Part[]
}

/**
 * The answer of a new operation, and the body of one that creates or updates. Both are made like those
 * of its neighbours: the same envelope, the same headers, names of the same pattern, an example. The
 * resource itself has an id and takes a title; its further properties are left to the author.
 */
export function skeletonOf(document: JsonObject, added: NewOperation, aliasOf: AliasOf): Skeleton {
  const model = modelOf(document, added)
  if (!model) return { parts: [] }
  const body = bodyParts(document, added)
  const answer = model.kind === 'delete' ? [] : answerParts(document, added, model, aliasOf)
  const parts = [...body, ...answer].filter(
    ({ section, name }) => !lookUp(document, `#/components/${section}/${name}`),
  )
  return {
    response: model.kind === 'delete' ? model.response : model.renamed(model.response),
    body: body[0]?.name,
    parts,
  }
}

function answerParts(
  document: JsonObject,
  { operationId }: NewOperation,
  model: Model,
  aliasOf: AliasOf,
): Part[] {
  const response = lookUp(document, `#/components/responses/${model.response}`)
  const reply = lookUp(document, `#/components/schemas/${model.reply}`)
  const data = model.renamed(model.data)
  const { data: _, ...said } = exampleOf(response)
  const shown = { data: model.kind === 'list' ? [{ id: 1 }] : { id: 1 } }
  const { data: resource, ...around } = reply.properties as JsonObject
  const { required } = reply
  const name = (key: string) => model.renamed(key)
  const { id } =
    follow(document, lookUp(document, `#/components/schemas/${model.data}`))?.properties ?? {}
  return [
    {
      section: 'responses',
      name: name(model.response),
      after: model.response,
      lines: [
        `description: The answer of ${operationId}.`,
        ...headersOf(response, aliasOf),
        'content:',
        '  application/json:',
        `    schema: { $ref: '#/components/schemas/${name(model.reply)}' }`,
        `    example: { ${[...inFlow(shown), ...shortened(said, aliasOf)].join(', ')} }`,
      ],
    },
    {
      section: 'schemas',
      name: name(model.reply),
      after: model.reply,
      lines: [
        ...shortened({ type: 'object', required }, aliasOf),
        'properties:',
        ...entries({ data: renamedData(resource, data) }),
        ...shortened(around, aliasOf).map((line) => `  ${line}`),
      ],
    },
    {
      section: 'schemas',
      name: data,
      after: model.data,
      lines: [
        'type: object',
        'required: [id]',
        'properties:',
        ...entries({ id: id?.$ref ? id : { type: 'integer' } }),
      ],
    },
  ]
}

function bodyParts(document: JsonObject, added: NewOperation): Part[] {
  const model = bodyModelOf(document, added)
  if (!model) return []
  const schema = model.renamed(model.schema)
  const line = { type: 'string', format: 'line', minLength: 1, maxLength: 200 }
  return [
    {
      section: 'requestBodies',
      name: model.renamed(model.body),
      after: model.body,
      lines: [
        'required: true',
        'content:',
        '  application/json:',
        `    schema: { $ref: '#/components/schemas/${schema}' }`,
        '    example: { title: A title }',
      ],
    },
    {
      section: 'schemas',
      name: schema,
      after: model.schema,
      lines: [
        'type: object',
        'additionalProperties: false',
        'required: [title]',
        'properties:',
        ...entries({ title: line }),
      ],
    },
  ]
}

const renamedData = (data: Raw, name: string): Raw =>
  data.items
    ? { ...data, items: { $ref: `#/components/schemas/${name}` } }
    : { $ref: `#/components/schemas/${name}` }

/** The first example of a response, without its words about the resource. */
function exampleOf(response: Raw): JsonObject {
  const media = response.content['application/json']
  return media.example ?? Object.values<JsonObject>(media.examples ?? {})[0]?.value ?? {}
}

function headersOf({ headers }: Raw, aliasOf: AliasOf): string[] {
  const alias = headers && aliasOf(headers)
  if (alias) return [`headers: ${alias}`]
  return headers ? ['headers:', ...entries(headers)] : []
}

/** Entries of a map, or the one that merges them where the shelf has them. */
function shortened(map: JsonObject, aliasOf: AliasOf): string[] {
  const alias = aliasOf(map)
  return alias ? [`<<: ${alias}`] : inFlow(map)
}

const inFlow = (map: JsonObject): string[] =>
  Object.entries<Raw>(map).map(([key, value]) => `${key}: ${flow(value)}`)

const entries = (map: JsonObject): string[] => inFlow(map).map((line) => `  ${line}`)

/** A value on one line, lists without spaces inside their brackets. */
function flow(value: Raw): string {
  const tree = new Document(value, { aliasDuplicateObjects: false })
  visit(tree, { Collection: (_, node) => void (node.flow = true) })
  return textOf(tree, { singleQuote: true }).trim()
}
