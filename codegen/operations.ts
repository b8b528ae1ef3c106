import type { Model, Operation } from './model.ts'
import { banner, key, literal } from './print.ts'

/** The source of `operations.ts`: one row per operation, in the contract's order. */
export function emitOperations(model: Model): string {
  const rows = model.operations.map((operation) => {
    const label = key(operation.id)
    return `  ${label}: ${literal(rowOf(operation), 2, 1000)},`
  })
  const schemes = Object.entries(model.securitySchemes).map(
    ([name, scheme]) => `  ${key(name)}: ${literal(scheme, 2, name.length + 3)},`,
  )
  return `${banner}${declarations}
export const securitySchemes = {
${schemes.join('\n')}
} as const satisfies Record<string, SecuritySchemeRow>

export type SecurityScheme = keyof typeof securitySchemes

export const operations = {
${rows.join('\n')}
} as const satisfies Record<string, OperationRow>

export type OperationId = keyof typeof operations
export type Surface = (typeof operations)[OperationId]['surface']

/** The operations of one surface. */
export type OperationOf<S extends Surface> = {
  [Id in OperationId]: (typeof operations)[Id]['surface'] extends S ? Id : never
}[OperationId]

/** Classes of operations whose requests a tenant may limit, beside the limit of each key. */
export const rateClasses = ${literal(rateClassesOf(model))} as const

export const contract = ${literal({ title: model.title, version: model.version })} as const

/** A base: what all operations below a prefix have in common. */
export interface BaseRow {
  readonly prefix: string
  /** Further prefixes: all that is below the first is below these as well. */
  readonly aliases: readonly string[]
  /** How failures look, and what else is said in its own way. */
  readonly dialect: string
  /** Whether scripts of other origins may call. */
  readonly cors: boolean
}

/** The longest prefix first: the first that fits a path is the path's. */
export const bases = ${literal(
    model.bases.map(({ prefix, aliases, dialect, cors }) => ({ prefix, aliases, dialect, cors })),
    0,
    21,
  )} as const satisfies readonly BaseRow[]

export type DialectName = (typeof bases)[number]['dialect']

/** Every header that some answer declares, failures included. */
export const answerHeaders: readonly string[] = ${literal(model.answerHeaders, 0, 48)}
`
}

const rateClassesOf = (model: Model) =>
  [...new Set(model.operations.map(({ rateClass }) => rateClass))]
    .filter((each) => each !== 'default')
    .sort()

function rowOf(operation: Operation) {
  const { body } = operation
  return {
    method: operation.method,
    path: operation.path,
    aliases: operation.aliases,
    surface: operation.surface,
    resource: operation.resource,
    security: operation.security,
    callers: operation.callers,
    ...(operation.queryKeys.length > 0 && { queryKeys: operation.queryKeys }),
    plans: operation.plans,
    emits: operation.emits,
    external: operation.external,
    rateClass: operation.rateClass,
    parameters: operation.parameters.map(({ row }) => row),
    body: body && {
      required: body.required,
      content: Object.fromEntries(body.content.map(({ mediaType, kind }) => [mediaType, kind])),
      ...(body.fields && { fields: body.fields }),
      ...(body.mostBytes !== undefined && { mostBytes: body.mostBytes }),
    },
    list: operation.list,
    idempotent: operation.idempotent,
    statuses: operation.statuses,
    answers: operation.answers,
    location: operation.location,
  }
}

const declarations = `
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean'

/** What a parameter's text is read as; \`json\` is JSON in one parameter, \`any\` stays text. */
export type ParameterType = ScalarType | 'array' | 'object' | 'json' | 'any'

/** The type as which a field of a form is read: \`json\` is JSON in one field, \`string[]\` may be repeated. */
export type FormField = ScalarType | 'file' | 'json' | 'file[]' | \`\${ScalarType}[]\`

/** How a body is read; \`form\` is URL-encoded, \`multipart\` any of its subtypes. */
export type BodyKind = 'json' | 'text' | 'bytes' | 'form' | 'multipart'

/** How an answer is written; an \`envelope\` is JSON that carries the \`request_id\`. */
export type AnswerKind = 'envelope' | 'json' | 'text' | 'bytes' | 'multipart'

export interface ParameterRow {
  /** Of a header: in lower case. */
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly type: ParameterType
  /** Of an array: what each element is read as. */
  readonly items?: ParameterType
  /** Of an object: what each property is read as. */
  readonly properties?: Readonly<Record<string, ParameterType>>
  readonly style: string
  readonly explode: boolean
  readonly nullable?: true
  readonly default?: unknown
}

/** A security scheme: where its credential is sent, and who calls with it. */
export interface SecuritySchemeRow {
  /** \`connection\` is a certificate. */
  readonly in: 'authorization' | 'header' | 'query' | 'cookie' | 'connection'
  /** The parameter's name, a header's in lower case; in \`Authorization\` the scheme before the credential. */
  readonly name: string
  /** Of one that says who calls: what kind of caller that is. */
  readonly caller: string | null
  /** Of one that is only sent beside another: which. */
  readonly accompanies: string | null
}

export interface OperationRow {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options' | 'trace'
  readonly path: string
  /** Further paths that are routed the same, those below the aliases of its base included. */
  readonly aliases: readonly string[]
  readonly surface: string
  readonly resource: string
  /**
   * As in OpenAPI: one entry has to be met in full, an empty list asks for nothing. What may be sent in
   * the stead of another credential stands behind it as an entry of its own.
   */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  /** The kinds of callers that it lets in; \`nobody\` is one without a credential. */
  readonly callers: readonly string[]
  /** Query parameters that carry a credential: the handler does not see them. */
  readonly queryKeys?: readonly string[]
  /** The plans it is part of; none: whatever the plan. */
  readonly plans: readonly string[]
  /** The events it may cause. */
  readonly emits: readonly string[]
  /** It calls the outside: no transaction is held around its handler. */
  readonly external: boolean
  /** Which of \`rateClasses\` it counts in beside the key's own limit, or \`default\`. */
  readonly rateClass: string
  readonly parameters: readonly ParameterRow[]
  readonly body: null | {
    readonly required: boolean
    /** The media types it may have, in lower case; \`*\` stands for any. */
    readonly content: Readonly<Record<string, BodyKind>>
    /** The type of each field, where the body is a form. */
    readonly fields?: Readonly<Record<string, FormField>>
    /** The most bytes that a body of bytes may have. */
    readonly mostBytes?: number
  }
  /** It answers a page: \`cursor\` and \`limit\` are among its parameters. */
  readonly list: boolean
  /** It honours \`Idempotency-Key\`. */
  readonly idempotent: boolean
  /** The 2xx statuses it declares, the first being the usual one. */
  readonly statuses: readonly number[]
  /** By status: the media types it is answered in, the usual one first; none has no content. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerKind>>>>
  /** Where what it created is: a path, and where in the answer the path's parameters are. */
  readonly location: null | {
    readonly operation: string
    readonly path: string
    readonly parameters: Readonly<Record<string, string>>
  }
}
`
