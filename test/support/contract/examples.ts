import type { OperationRow } from '../../../packages/contract/src/index.ts'
import { bodyOf, parametersOf, type Parameter } from './contract.ts'
import { encodeForm, FORM_TYPE } from '../http/form.ts'
import type { Call } from '../http/platform.ts'
import { ids } from '../../world/world.ts'

type Values = Readonly<Record<string, unknown>>

/** One request that the contract documents, in parts that tests may change. */
export interface ExampleRequest {
  readonly label: string
  readonly row: OperationRow
  readonly path: Values
  readonly query: Values
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly type?: string
  /** The fields of a multipart form that are files. */
  readonly files?: ReadonlySet<string>
}

/** The value of a path parameter in the documentation world, whose ids are those that `{id}` says. */
const inWorld = ({ name, kind, example }: Parameter, id: string, row: OperationRow): unknown =>
  name === 'id' && kind === 'Id' ? (ids[id] ?? ids[row.resource] ?? example) : example

const valuesOf = (parameters: readonly Parameter[]): Record<string, unknown> =>
  Object.fromEntries(parameters.map(({ name, example }) => [name, example]))

/** The plainest request: path, required parameters, and the first example of the body. */
export function exampleOf([id, row]: [string, OperationRow]): ExampleRequest {
  const all = parametersOf(id)
  const required = new Set(row.parameters.filter((one) => one.required).map((one) => one.name))
  const at = (place: string) =>
    all.filter(
      (one) =>
        one.in === place && required.has(place === 'header' ? one.name.toLowerCase() : one.name),
    )
  const body = bodyOf(id)
  const [example] = body?.examples ?? []
  return {
    label: id,
    row,
    path: Object.fromEntries(at('path').map((one) => [one.name, inWorld(one, id, row)])),
    query: valuesOf(at('query')),
    headers: valuesOf(at('header')) as Record<string, string>,
    ...(example && { body: example[1], type: body?.type, files: body?.files }),
  }
}

/**
 * Every request that the contract documents for an operation: each example of its body, each
 * example of an optional parameter alone, and all parameters together.
 */
export function examplesOf([id, row]: [string, OperationRow]): ExampleRequest[] {
  const plain = exampleOf([id, row])
  const optional = parametersOf(id).filter(
    (one) => one.example !== undefined && one.in !== 'path' && !(one.name in plain.query),
  )
  const given = (parameters: Parameter[], label: string): ExampleRequest => {
    const at = (place: string) => valuesOf(parameters.filter((one) => one.in === place))
    const headers = { ...plain.headers, ...(at('header') as Record<string, string>) }
    return { ...plain, label, query: { ...plain.query, ...at('query') }, headers }
  }
  const bodies = bodyOf(id)?.examples ?? []
  return [
    ...(bodies.length === 0 ? [{ ...plain, label: `${id}, plain` }] : []),
    ...bodies.map(([name, body]) => ({ ...plain, body, label: `${id}, body ${name}` })),
    ...optional.map((one) => given([one], `${id}, ${one.name}`)),
    ...(optional.length > 1 ? [given(optional, `${id}, every parameter`)] : []),
  ]
}

/** The request as `platform.call` takes it; on another path of the operation if one is named. */
export function toCall(
  { row, path, query, headers, body, type, files }: ExampleRequest,
  on: string = row.path,
): [path: string, call: Call] {
  const encode = (value: unknown) => encodeURIComponent(String(value))
  const filled = on.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encode(path[name]))
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((each) => `${encode(name)}=${encode(each)}`),
  )
  const written =
    type === 'application/x-www-form-urlencoded'
      ? String(new URLSearchParams(body as never))
      : type === 'multipart/form-data'
        ? encodeForm(
            body as never,
            new Map([...(files ?? [])].map((name) => [name, `${name}.txt`])),
          )
        : body
  const contentType = type === 'multipart/form-data' ? FORM_TYPE : type
  return [
    pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled,
    {
      method: row.method.toUpperCase(),
      headers: { ...(contentType && { 'content-type': contentType }), ...headers },
      ...(body !== undefined && { body: written }),
    },
  ]
}
