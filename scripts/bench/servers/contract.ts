import { published } from '@mobieus/contract/artifacts'

/** The contract as plain JSON, and its two benched operations with every reference resolved. */

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Schema = { [name: string]: Json }

export const contract = JSON.parse(published.json.toString()) as Schema

function resolve(reference: string): Json {
  const steps = reference.slice(2).split('/')
  return steps.reduce<Json>(
    (at, step) => (at as Schema)[step.replaceAll('~1', '/')] as Json,
    contract,
  )
}

/** A node with each `$ref` replaced by what it leads to; what stands beside the reference wins. */
function inline(node: Json): Json {
  if (Array.isArray(node)) return node.map(inline)
  if (node === null || typeof node !== 'object') return node
  const { $ref, ...rest } = node
  const own = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inline(value)]))
  return typeof $ref === 'string' ? { ...(inline(resolve($ref)) as Schema), ...own } : own
}

interface Parameter {
  readonly in: string
  readonly name: string
  readonly schema: Schema
}
interface Content {
  readonly content: { readonly 'application/json': { readonly schema: Schema } }
}
interface Operation {
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

export const operationOf = (method: 'get' | 'post'): Operation =>
  inline(
    ((contract.paths as Schema)['/api/v1/posts'] as Schema)[method] as Json,
  ) as unknown as Operation

/** The parameters of one place as a schema of an object. */
export const parametersOf = ({ parameters }: Operation, place: string): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    parameters.filter((each) => each.in === place).map(({ name, schema }) => [name, schema]),
  ),
  ...(place === 'query' && { additionalProperties: false }),
})

export const jsonOf = (content: Content | undefined): Schema =>
  content?.content['application/json'].schema as Schema
