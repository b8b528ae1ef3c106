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

/** A base: the properties of all operations below a prefix. */
export interface BaseRow {
  readonly prefix: string
  /** Further prefixes: all that is below the first is below these as well. */
  readonly aliases: readonly string[]
  /** The name of the dialect: how failures look, and whatever else differs by base. */
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
    ...(operation.anyQuery && { anyQuery: true }),
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
      ...(operation.anyText && { anyText: true }),
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

/**
 * The type that a parameter's text is read as; \`json\` is JSON in one parameter, \`any\` stays text.
 */
export type ParameterType = ScalarType | 'array' | 'object' | 'json' | 'any'

/** The type as which a field of a form is read: \`json\` is JSON in one field, \`string[]\` may be repeated. */
export type FormField = ScalarType | 'file' | 'json' | 'file[]' | \`\${ScalarType}[]\`

/** How a body is read; \`form\` is URL-encoded, \`multipart\` any of its subtypes. */
export type BodyKind = 'json' | 'text' | 'bytes' | 'form' | 'multipart'

/** How an answer is written; an \`envelope\` is JSON that carries the \`request_id\`. */
export type AnswerKind = 'envelope' | 'json' | 'text' | 'bytes' | 'multipart'

export interface ParameterRow {
  /** The name; a header's in lower case. */
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly type: ParameterType
  /** The type of each element of an array. */
  readonly items?: ParameterType
  /** The type of each property of an object. */
  readonly properties?: Readonly<Record<string, ParameterType>>
  readonly style: string
  readonly explode: boolean
  readonly nullable?: true
  readonly default?: unknown
}

/** A security scheme: where its credential is sent, and who calls with it. */
export interface SecuritySchemeRow {
  /** The place of the credential; \`connection\` is a certificate. */
  readonly in: 'authorization' | 'header' | 'query' | 'cookie' | 'connection'
  /** The parameter's name, a header's in lower case; in \`Authorization\` the scheme before the credential. */
  readonly name: string
  /** The kind of caller, where the credential tells it. */
  readonly caller: string | null
  /** The scheme beside which it is sent, where it accompanies another. */
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
   * The security as OpenAPI has it: one entry has to be met in full, an empty list asks for nothing. A
   * credential that may stand in for another follows as an entry of its own.
   */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  /** The kinds of callers that it lets in; \`nobody\` is one without a credential. */
  readonly callers: readonly string[]
  /** Query parameters that carry a credential: the handler does not see them. */
  readonly queryKeys?: readonly string[]
  /** Whether query parameters that are not declared are ignored; elsewhere they are faults. */
  readonly anyQuery?: boolean
  /** The plans that include it; empty for all of them. */
  readonly plans: readonly string[]
  /** The events it may cause. */
  readonly emits: readonly string[]
  /** Whether it calls the outside: then no transaction is held around its handler. */
  readonly external: boolean
  /** The one of \`rateClasses\` that it counts in beside the key's own limit, or \`default\`. */
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
    /** Whether its texts may have what a database does not keep: the handler makes them fit. */
    readonly anyText?: boolean
  }
  /** Whether it answers a page: \`cursor\` and \`limit\` are among its parameters. */
  readonly list: boolean
  /** Whether it honours \`Idempotency-Key\`. */
  readonly idempotent: boolean
  /** The 2xx statuses it declares, the first being the usual one. */
  readonly statuses: readonly number[]
  /** The media types of each status, the usual one first; none has no content. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerKind>>>>
  /**
   * The location of what it created: a path, and the places of the path's parameters in the answer.
   */
  readonly location: null | {
    readonly operation: string
    readonly path: string
    readonly parameters: Readonly<Record<string, string>>
  }
}
`
