import { operations, type OperationRow } from '../../../packages/contract/src/index.ts'
import { published } from '../../../packages/contract/src/artifacts.ts'

/** The published contract as tests read it: examples, schemas, declared answers. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any OpenAPI document
export type Node = any

export const document: Node = JSON.parse(published.json.toString())

type Operation = [id: string, row: OperationRow]

/** The whole operation table. */
export const everyOperation = Object.entries(operations) as Operation[]

const only = process.env.TEST_SURFACE

/**
 * The operations whose guarantees are tested: all, or those of the surface that `npm test -- contract
 * <surface>` names. Rows of operations that do not exist yet are tested like these.
 */
export const table = everyOperation.filter(([, { surface }]) => [undefined, surface].includes(only))

/** The file in which the documentation world has what the examples of an operation speak of. */
export const worldFileOf = ({ surface, resource }: OperationRow): string =>
  `test/world/${surface}/${resource}.ts`

/** The target of a `$ref`; fields beside it win. */
export function deref(node: Node): Node {
  if (typeof node?.$ref !== 'string') return node
  const { $ref, ...beside } = node
  const target = ($ref as string)
    .split('/')
    .slice(1)
    .reduce((at: Node, step) => at[step.replaceAll('~1', '/').replaceAll('~0', '~')], document)
  return { ...deref(target), ...beside }
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  /** The schema's own name, where it has one: `Id`. */
  readonly kind: string | undefined
  readonly schema: Node
  readonly example: unknown
}

const nameOf = (node: Node): string | undefined => node?.$ref?.split('/').at(-1)

function operationOf(id: string): { operation: Node; shared: Node[] } {
  const { path, method } = operations[id as keyof typeof operations]
  const item = document.paths[path]
  return { operation: item[method], shared: item.parameters ?? [] }
}

/** The parameters of an operation, those of its path included. */
export function parametersOf(id: string): Parameter[] {
  const { operation, shared } = operationOf(id)
  return [...shared, ...(operation.parameters ?? [])].map(deref).map((parameter: Node) => ({
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    kind: nameOf(parameter.schema),
    schema: deref(parameter.schema),
    example: parameter.example ?? (Object.values(parameter.examples ?? {})[0] as Node)?.value,
  }))
}

/** Named examples of a media type, `example` and `examples` alike. */
function examplesOf(media: Node): [name: string, value: unknown][] {
  if (media?.example !== undefined) return [['example', media.example]]
  return Object.entries<Node>(media?.examples ?? {}).map(([name, one]) => [name, deref(one).value])
}

export interface Body {
  /** The fields of a multipart form that are files. */
  readonly files: ReadonlySet<string>
  readonly required: boolean
  readonly type: string
  readonly schema: Node
  readonly examples: [name: string, value: unknown][]
}

/** The body an operation takes, as the first media type it names. */
export function bodyOf(id: string): Body | undefined {
  const body = deref(operationOf(id).operation.requestBody)
  if (!body) return undefined
  const [type, media] = Object.entries<Node>(body.content)[0] as [string, Node]
  const required = body.required === true
  const schema = deref(media.schema)
  const properties = Object.entries<Node>(schema.properties ?? {})
  const files = properties.filter(([, property]) => deref(property).format === 'binary')
  const names = new Set(files.map(([name]) => name))
  return { required, type, schema, examples: examplesOf(media), files: names }
}

/** The documented answer with a status. */
export function answerExamples(id: string, status: number): [name: string, value: unknown][] {
  const answer = deref(operationOf(id).operation.responses[status])
  return examplesOf(Object.values<Node>(answer.content ?? {})[0])
}

/** The schema of an event as a webhook delivers it, and its examples. */
export function eventOf(type: string): { schema: Node; examples: [string, unknown][] } {
  const [media] = Object.values<Node>(deref(document.webhooks[type].post.requestBody).content)
  return { schema: media.schema, examples: examplesOf(media) }
}

const step = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** The place of the first schema that a body or an answer has, itself or by reference. */
function schemaIn(place: string[], node: Node): string {
  const at = typeof node.$ref === 'string' ? node.$ref.slice(1) : `/${place.map(step).join('/')}`
  const [type] = Object.keys(deref(node).content ?? {})
  return `${at}/content/${step(String(type))}/schema`
}

/** The place of the schema of an answer, as a JSON pointer. */
export function schemaOfAnswer(id: string, status: number): string {
  const { path, method } = operations[id as keyof typeof operations]
  const node = operationOf(id).operation.responses[status]
  return schemaIn(['paths', path, method, 'responses', String(status)], node)
}

/** The place of the schema of an event as a webhook delivers it. */
export const schemaOfEvent = (type: string): string =>
  schemaIn(['webhooks', type, 'post', 'requestBody'], document.webhooks[type].post.requestBody)
