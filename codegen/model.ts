import { aliasesOf, baseOf, basesOf, type Base } from './bases.ts'
import { follow, methods } from './document.ts'
import { formFieldsOf, type FormField } from './forms.ts'
import {
  answerHeadersOf,
  contentOf,
  kindOf,
  mostBytesOf,
  plainType,
  type AnswerKind,
  type BodyKind,
} from './media.ts'
import { kebab } from './names.ts'
import { parametersOf, type Parameter } from './parameters.ts'
import { repair } from './repair.ts'
import {
  callersOf,
  queryKeysOf,
  schemesOf,
  securityOf,
  type SecuritySchemeRow,
} from './security.ts'
import type { Fault, JsonObject, Source } from './source.ts'
import { upgraded } from './upgrade.ts'

/** One operation of the contract, everything resolved and every default applied. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly aliases: readonly string[]
  readonly tag: string | undefined
  readonly surface: string
  readonly resource: string
  readonly summary: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly callers: readonly string[]
  readonly plans: readonly string[]
  readonly emits: readonly string[]
  readonly external: boolean
  readonly anyText: boolean
  readonly rateClass: string
  readonly since: string
  readonly parameters: readonly { readonly row: Parameter; readonly schema: JsonObject }[]
  /** Query parameters that carry a credential; the security schemes declare them. */
  readonly queryKeys: readonly string[]
  /** Whether query parameters that are not declared are ignored. */
  readonly anyQuery: boolean
  readonly body: Body | null
  readonly list: boolean
  readonly idempotent: boolean
  readonly statuses: readonly number[]
  /** The media types of each 2xx status, each with how it is written. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, AnswerKind>>>>
  readonly location: Location | null
}

export interface Body {
  readonly required: boolean
  readonly content: readonly {
    readonly mediaType: string
    readonly kind: BodyKind
    readonly schema: JsonObject
  }[]
  /** The type that each field of a form is read as. */
  readonly fields?: Readonly<Record<string, FormField>>
  /** The most bytes that a body of bytes may have, where the contract says so. */
  readonly mostBytes?: number
}

/**
 * The location of a created resource: an operation's path, and the places of its parameters in the body.
 */
export interface Location {
  readonly operation: string
  readonly path: string
  readonly parameters: Readonly<Record<string, string>>
}

export interface EventRow {
  readonly type: string
  readonly method: string
  readonly summary: string
  readonly deprecated: boolean
}

export interface ErrorRow {
  readonly code: string
  readonly status: number
  readonly summary: string
}

/** The contract as plain rows: all that the emitters know of it. */
export interface Model {
  readonly title: string
  readonly version: string
  readonly hash: string
  readonly securitySchemes: Readonly<Record<string, SecuritySchemeRow>>
  readonly operations: readonly Operation[]
  readonly events: readonly EventRow[]
  readonly errors: readonly ErrorRow[]
  readonly bases: readonly Base[]
  /** Every header that some answer declares. */
  readonly answerHeaders: readonly string[]
  /** The repaired bundle as OpenAPI 3.1, for tools that read OpenAPI themselves. */
  readonly document: JsonObject
  /** The contract's own text, without aliases, where it needed neither bundling nor repair. */
  readonly text: (() => string) | undefined
  readonly faults: readonly Fault[]
  readonly renamed: Readonly<Record<string, string>>
}

/** Reads a contract into rows. Faults are listed with their line and do not stop it. */
export function modelOf(source: Source): Model {
  const { document: repaired, faults, renamed } = repair(source)
  const document = upgraded(repaired)
  const bases = basesOf(document)
  const untouched = !source.bundled && JSON.stringify(document) === JSON.stringify(source.document)
  return {
    title: String(document.info?.title ?? ''),
    version: String(document.info?.version ?? ''),
    hash: source.hash,
    securitySchemes: schemesOf(document),
    operations: operationsOf(document, bases),
    events: eventsOf(document),
    errors: errorsOf(document),
    bases,
    answerHeaders: answerHeadersOf(document),
    document,
    text: untouched && /^\s*openapi:/m.test(source.text) ? source.plain : undefined,
    faults,
    renamed,
  }
}

function operationsOf(document: JsonObject, bases: readonly Base[]): Operation[] {
  return Object.entries<JsonObject>(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.has(key))
      .map((method) => operationOf(document, bases, path, item, method)),
  )
}

function operationOf(
  document: JsonObject,
  bases: readonly Base[],
  path: string,
  item: JsonObject,
  method: string,
): Operation {
  const operation = item[method] as JsonObject
  const base = baseOf(bases, path)
  const gated = base?.plan !== false
  const parameters = parametersOf(document, item, operation)
  const security = securityOf(document, operation, method)
  const declares = (where: string, name: string): boolean =>
    parameters.some(({ row }) => row.in === where && row.name === name)
  return {
    id: operation.operationId,
    method,
    path,
    aliases: aliasesOf(bases, path, item['x-aliases'] ?? []),
    tag: operation.tags?.[0],
    ...placeOf(operation.tags?.[0], path),
    summary: String(operation.summary ?? operation.operationId).trim(),
    security,
    callers: callersOf(document, security),
    plans: gated ? (operation['x-plans'] ?? document['x-plans'] ?? []) : [],
    emits: operation['x-emits'] ?? [],
    external: operation['x-external'] === true,
    anyText: operation['x-any-text'] === true,
    rateClass: operation['x-rate-class'] ?? 'default',
    since: String(operation['x-since'] ?? ''),
    parameters,
    queryKeys: queryKeysOf(document, security),
    anyQuery: base?.anyQuery === true,
    body: bodyOf(document, operation),
    list: method === 'get' && declares('query', 'cursor') && declares('query', 'limit'),
    idempotent: declares('header', 'idempotency-key'),
    ...successesOf(document, operation),
    location: locationOf(document, operation),
  }
}

/** `core.posts` → surface core, resource posts; any other tag, or none, is a resource of `api`. */
function placeOf(tag: string | undefined, path: string): { surface: string; resource: string } {
  const [, surface, resource] = /^([a-z][\w-]*)\.([\w.-]+)$/.exec(tag ?? '') ?? []
  if (surface && resource) return { surface, resource: kebab(resource) }
  const segment = path
    .split('/')
    .find((part) => part && !/[{}]/.test(part) && !/^(api|v\d+)$/.test(part))
  const name = kebab(tag ?? '') || kebab(segment?.replace(/\.\w+$/, '') ?? '') || 'root'
  return { surface: 'api', resource: name === 'index' ? 'root' : name }
}

/** The 2xx statuses, and what each answers; a range counts as its usual status. */
function successesOf(document: JsonObject, operation: JsonObject) {
  const answers: Record<string, Record<string, AnswerKind>> = {}
  for (const [declared, response] of Object.entries<JsonObject>(operation.responses ?? {})) {
    const status = declared.replace(/^2XX$/i, '200')
    if (/^2\d\d$/.test(status)) answers[status] ??= contentOf(document, follow(document, response))
  }
  return { answers, statuses: Object.keys(answers).map(Number) }
}

function bodyOf(document: JsonObject, operation: JsonObject): Body | null {
  const body = follow(document, operation.requestBody) as JsonObject | undefined
  if (!body?.content) return null
  const content = Object.entries<JsonObject>(body.content).map(([type, media]) => ({
    mediaType: plainType(type),
    kind: kindOf(type, media),
    schema: media?.schema ?? {},
  }))
  const form = content.find(({ mediaType, kind }) => kind === 'form' || mediaType === FORM_DATA)
  const fields = form && formFieldsOf(document, form.schema)
  const bytes = content.find(({ kind }) => kind === 'bytes')
  const mostBytes = bytes && mostBytesOf(document, bytes.schema)
  return {
    required: body.required === true,
    content,
    ...(fields && { fields }),
    ...(mostBytes !== undefined && { mostBytes }),
  }
}

/** The one multipart type whose parts have names, and which so has a schema. */
export const FORM_DATA = 'multipart/form-data'

function locationOf(document: JsonObject, operation: JsonObject): Location | null {
  const created = follow(document, operation.responses?.['201']) as JsonObject | undefined
  const link = follow(document, created?.links?.self) as JsonObject | undefined
  if (!link?.operationId) return null
  const target = Object.entries<JsonObject>(document.paths).find(([, item]) =>
    Object.keys(item).some((key) => methods.has(key) && item[key].operationId === link.operationId),
  )
  if (!target) return null
  const parameters = Object.entries<string>(link.parameters ?? {}).map(([name, expression]) => [
    name,
    expression.replace(/^\$response\.body#\//, '').replaceAll('/', '.'),
  ])
  return {
    operation: link.operationId,
    path: target[0],
    parameters: Object.fromEntries(parameters),
  }
}

function eventsOf(document: JsonObject): EventRow[] {
  return Object.entries<JsonObject>(document.webhooks ?? {}).flatMap(([type, entry]) => {
    const item = follow(document, entry) as JsonObject | undefined
    const method = Object.keys(item ?? {}).find((key) => methods.has(key))
    const operation = method && (item![method] as JsonObject)
    if (!operation || !follow(document, operation.requestBody)?.content?.['application/json'])
      return []
    const deprecated = operation.deprecated === true
    return [{ type, method, summary: String(operation.summary ?? type).trim(), deprecated }]
  })
}

/** Every string enum that says with `x-status` which HTTP status belongs to each of its values. */
function errorsOf(document: JsonObject): ErrorRow[] {
  const rows = new Map<string, ErrorRow>()
  for (const schema of Object.values<JsonObject>(document.components?.schemas ?? {})) {
    for (const [code, status] of Object.entries<number>(schema?.['x-status'] ?? {})) {
      const summary = String(schema['x-enumDescriptions']?.[code] ?? code)
      if (!rows.has(code)) rows.set(code, { code, status, summary })
    }
  }
  return [...rows.values()]
}
