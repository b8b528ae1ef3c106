import { mutations, waysOf } from './mutations.ts'
import { random } from './random.ts'
import { sampler, type Sampler, type Schema } from './values.ts'

/** A request for one operation of a contract. */
export interface SampleRequest {
  /** Its peculiarity: `valid, minimal`, `query limit: maximum 101`, `body.title: is null`. */
  readonly label: string
  readonly method: string
  /** With its parameters filled in and encoded. */
  readonly path: string
  /** Without the question mark; empty when there is none. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Whether it was made to fit the contract. A mutation may fit it too, by chance. */
  readonly valid: boolean
}

/** The texts of one request's parameters by place and name; several for a repeated one. */
interface Parts {
  readonly parameters: ReadonlyMap<Parameter, readonly string[] | undefined>
  readonly extraQuery?: string
  readonly body: string | undefined
  readonly mediaType: string | undefined
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly style?: string
  readonly explode?: boolean
  readonly allowEmptyValue?: boolean
  readonly schema: Schema
}

/**
 * Requests for one operation. Valid ones have as little and as much as the contract allows. Then each
 * has one fault or oddity, in parameters and at any depth of the body. The same contract and seed
 * always make the same requests. Bodies are JSON or URL-encoded forms; an operation that takes only
 * other media types has none, and is left out when it requires one.
 *
 * Parameters of one schema and place, and properties of one schema, are spoiled in every way once, and
 * in a few ways from then on. `spoilt` remembers it between calls.
 */
export function* requestsOf(
  document: Schema,
  operationId: string,
  { seed = 1, spoilt = new Set<string>() }: { seed?: number; spoilt?: Set<string> } = {},
): Generator<SampleRequest> {
  const { method, path, parameters, body } = find(document, operationId)
  const samples = sampler(document, random(seed))
  const [mediaType, schema] = bodyOf(body)
  if (body?.required && !mediaType) return
  const write = writer(mediaType)
  const full = parameters.map(
    (one) => [one, textsOf(samples, one, samples.valid(one.schema, true))] as const,
  )
  const some = full.map(([one, texts]) => [one, one.required ? texts : undefined] as const)
  const parts = (all: boolean): Parts => ({
    parameters: new Map(all ? full : some),
    body: mediaType && (all || body.required) ? write(samples.valid(schema, all)) : undefined,
    mediaType,
  })
  const build = (label: string, one: Parts, valid = false): SampleRequest => ({
    label,
    valid,
    method,
    ...assemble(path, one),
  })

  const base = parts(true)
  yield build('valid, minimal', parts(false), true)
  yield build('valid, full', base, true)
  for (const parameter of parameters) {
    const name = `${parameter.in} ${parameter.name}`
    const own = samples.flat(parameter.schema)
    const every = spoiled(samples, parameter, own, base.parameters.get(parameter))
    const like = [parameter.in, parameter.schema, parameter.style]
    for (const { label, texts } of waysOf(spoilt, like, every)) {
      const changed = new Map(base.parameters).set(parameter, texts)
      yield build(`${name}: ${label}`, { ...base, parameters: changed })
    }
  }
  yield build('query: one too many', { ...base, extraQuery: 'nobody_declared_this=1' })
  if (!mediaType) return
  yield build('body: missing', { ...base, body: undefined, mediaType: undefined })
  yield build('body: of another type', { ...base, mediaType: 'text/csv' })
  if (!mediaType.includes('json')) return
  yield build('body: no JSON', { ...base, body: '{"a":' })
  // what was tried with all fields need not be tried again with the least
  const tried = new Set<string>()
  for (const all of [true, false]) {
    const value = samples.valid(schema, all)
    for (const { label, value: changed } of mutations(samples, schema, value, { spoilt })) {
      if (!all && tried.has(label)) continue
      tried.add(label)
      yield build(all ? label : `${label} (minimal)`, { ...base, body: write(changed) })
    }
  }
}

function find(document: Schema, operationId: string) {
  for (const [path, item] of Object.entries<Schema>(document.paths)) {
    for (const [method, operation] of Object.entries<Schema>(item)) {
      if (operation?.operationId !== operationId) continue
      const byKey = new Map<string, Parameter>()
      for (const listed of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
        const parameter = deref(document, listed)
        const [content] = Object.values<Schema>(parameter.content ?? {})
        byKey.set(`${parameter.in} ${parameter.name}`, {
          ...parameter,
          ...(content && { style: 'json', schema: content.schema }),
          schema: content?.schema ?? parameter.schema ?? {},
        })
      }
      const body = deref(document, operation.requestBody)
      return { method: method.toUpperCase(), path, parameters: [...byKey.values()], body }
    }
  }
  throw new Error(`no operation ${operationId}`)
}

function deref(document: Schema, node: Schema): Schema {
  if (typeof node?.$ref !== 'string') return node
  const steps = (node.$ref as string).split('/').slice(1)
  return deref(
    document,
    steps.reduce(
      (at: Schema, step) => at?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    ),
  )
}

function bodyOf(body: Schema): [mediaType: string | undefined, schema: Schema] {
  const entries = Object.entries<Schema>(body?.content ?? {})
  const found =
    entries.find(([type]) => /[/+]json\b/.test(type)) ??
    entries.find(([type]) => type === 'application/x-www-form-urlencoded')
  return [found?.[0], found?.[1]?.schema ?? {}]
}

function writer(mediaType: string | undefined): (value: unknown) => string {
  if (!mediaType?.includes('urlencoded')) return JSON.stringify
  return (value) =>
    Object.entries(value as object)
      .map(
        ([name, one]) =>
          `${encode(name)}=${encode(typeof one === 'string' ? one : JSON.stringify(one))}`,
      )
      .join('&')
}

/** How a value is written as this parameter. */
function textsOf(
  samples: Sampler,
  { in: place, style, explode, schema }: Parameter,
  value: unknown,
): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (style === 'json') return [JSON.stringify(value)]
  if (Array.isArray(value)) {
    const separate =
      (place === 'query' || place === 'cookie') && (explode ?? (style ?? 'form') === 'form')
    const separator = style === 'pipeDelimited' ? '|' : style === 'spaceDelimited' ? ' ' : ','
    return separate ? value.map(String) : [value.map(String).join(separator)]
  }
  if (value !== null && typeof value === 'object') return [JSON.stringify(value)]
  return [String(value ?? samples.flat(schema).default ?? '')]
}

interface Spoiled {
  readonly label: string
  readonly texts: readonly string[] | undefined
}

/** Numbers as only some parsers read them, beside what is spoiled in any value. */
const oddNumbers = [
  'abc',
  '1.5',
  '0x10',
  '1e1',
  ' 5',
  '+5',
  '05',
  '9'.repeat(25),
  'NaN',
  'Infinity',
  '-0',
]

function* spoiled(
  samples: Sampler,
  parameter: Parameter,
  own: Schema,
  texts: readonly string[] | undefined,
): Generator<Spoiled> {
  if (parameter.in !== 'path') yield { label: 'missing', texts: undefined }
  if (!texts || own.type === 'object' || parameter.style === 'json') return
  if (parameter.in === 'query')
    for (const text of parameter.allowEmptyValue ? ['', ' '] : [])
      yield { label: `is "${text}"`, texts: [text] }
  if (parameter.in === 'query' && own.type !== 'array')
    yield { label: 'twice', texts: [texts[0]!, texts[0]!] }
  const scalar = own.type === 'array' ? samples.flat(own.items ?? {}) : own
  const types = [scalar.type].flat()
  if (types.includes('integer') || types.includes('number')) {
    for (const text of oddNumbers) yield { label: `is ${JSON.stringify(text)}`, texts: [text] }
  }
  if (types.includes('boolean'))
    for (const text of ['1', 'TRUE', 'yes']) yield { label: `is ${text}`, texts: [text] }
  for (const { label, value } of mutations(samples, scalar, samples.valid(scalar, true), {
    at: '',
  })) {
    // the type of a text is what its parameter says; only its content can be spoiled
    if (
      /^: is (?!\d{4}|jo|a b|Jo|urn|exa|\/\/|http|mailto)/.test(label) ||
      value === null ||
      typeof value === 'object'
    )
      continue
    if (parameter.in !== 'query' && !/^[!-~]+$/.test(String(value))) continue
    yield { label: label.replace(/^: /, ''), texts: [String(value)] }
  }
}

function assemble(path: string, { parameters, extraQuery, body, mediaType }: Parts) {
  const query: string[] = []
  const headers: Record<string, string> = {}
  const cookies: string[] = []
  for (const [{ in: place, name }, texts] of parameters) {
    if (texts === undefined) continue
    if (place === 'path') path = path.replaceAll(`{${name}}`, encode(texts[0]!))
    if (place === 'query') query.push(...texts.map((text) => `${encode(name)}=${separated(text)}`))
    if (place === 'header') headers[name] = texts.join(',')
    if (place === 'cookie') cookies.push(...texts.map((text) => `${name}=${encode(text)}`))
  }
  if (cookies.length > 0) headers.Cookie = cookies.join('; ')
  if (mediaType && body !== undefined) headers['Content-Type'] = mediaType
  if (extraQuery) query.push(extraQuery)
  return { path, query: query.join('&'), headers, body }
}

/** A comma separates the elements of a list and stays as it is. */
function separated(text: string): string {
  return text.split(',').map(encode).join(',')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
