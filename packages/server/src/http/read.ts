import type { IncomingMessage } from 'node:http'
import type { BodyKind, FieldFault, OperationRow, ParameterRow } from '@mobieus/contract'
import type { OperationValidators, Validator } from '@mobieus/contract/artifacts'
import { unstorable } from './body.ts'
import { readCookies } from './cookies.ts'
import { describeFaults, refuse } from './faults.ts'
import type { UploadOptions } from './multipart.ts'
import { Fault, readDeepObject, readParameter, splitQuery, withPlus } from './parameters.ts'

/** A request as handlers get it: parsed, validated, defaults filled in. The body is read last. */
export interface RequestParts {
  path: Record<string, unknown>
  query: Record<string, unknown>
  header: Record<string, unknown>
  cookie: Record<string, unknown>
  body: unknown
}

type Place = ParameterRow['in']

/** The way to read a body of a media type, and its schema, if it is a value. */
export interface Accepted {
  readonly kind: BodyKind
  readonly validate: Validator | undefined
}

/** The reader of an operation's requests, prepared once when the router is built. */
export interface Reader {
  readonly row: OperationRow
  readonly byPlace: Readonly<Record<Place, readonly ParameterRow[]>>
  readonly validators: OperationValidators
  /** By the media types and ranges that are declared for the body. */
  readonly accepted: ReadonlyMap<string, Accepted>
  readonly bodyLimit: number
  readonly uploads: UploadOptions
}

/** Prepares an operation for reading. */
export function createReader(
  row: OperationRow,
  validators: OperationValidators,
  bodyLimit: number,
  uploads: UploadOptions,
): Reader {
  const at = (place: Place) => row.parameters.filter((parameter) => parameter.in === place)
  const byPlace = {
    path: at('path'),
    query: at('query'),
    header: at('header'),
    cookie: at('cookie'),
  }
  const accepted = new Map<string, Accepted>()
  for (const [type, kind] of Object.entries(row.body?.content ?? {}))
    accepted.set(type, { kind, validate: validators.body?.[type] })
  return { row, byPlace, validators, accepted, bodyLimit, uploads }
}

/** Parses the rows of one place out of raw occurrences; what cannot be read is a fault. */
function collect(
  rows: readonly ParameterRow[],
  take: (row: ParameterRow) => unknown,
  validate: Validator | undefined,
  faults: FieldFault[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  let unread: Set<string> | undefined
  for (const row of rows) {
    const value = take(row)
    const name = row.in === 'header' ? row.name.toLowerCase() : row.name
    if (value instanceof Fault) {
      faults.push(value.fault)
      unread ??= new Set()
      unread.add(value.fault.field).add(name)
    } else if (value !== undefined) values[name] = value
    else if (row.default !== undefined) values[name] = row.default
  }
  if (validate && !validate(values)) {
    const found = describeFaults(validate.errors, rows[0]?.in ?? 'query')
    for (const fault of found.faults) {
      const field = fault.field.endsWith('[0]') ? single(fault.field, values) : fault.field
      if (!unread?.has(field)) faults.push({ ...fault, field })
    }
  }
  return values
}

/** `type[0]` → `type` where the list has one element only. */
function single(field: string, values: Readonly<Record<string, unknown>>): string {
  const list = field.slice(0, -'[0]'.length)
  const value = values[list]
  return Array.isArray(value) && value.length === 1 ? list : field
}

function readQuery(reader: Reader, search: string, faults: FieldFault[]): Record<string, unknown> {
  const rows = reader.byPlace.query
  const found = splitQuery(search)
  const before = faults.length
  const values = collect(
    rows,
    (row) => {
      if (row.style === 'deepObject') return readDeepObject(row, found)
      const name = row.type === 'array' && !found.has(row.name) ? `${row.name}[]` : row.name
      const raw = found.get(name)
      found.delete(name)
      // An empty value means absent; a list keeps its non-empty entries. A text that may not be absent is empty.
      const present = raw?.filter((text) => text !== '')
      if (raw && present?.length === 0 && row.required && row.type === 'string') return ''
      return present?.length ? readParameter(row, present) : undefined
    },
    reader.validators.query,
    faults,
  )
  for (let i = before; i < faults.length; i++)
    faults[i] = withPlus(faults[i] as FieldFault, values, search)
  for (const credential of reader.row.queryKeys ?? []) found.delete(credential)
  if (reader.row.anyQuery) return values
  for (const field of found.keys())
    faults.push({ field, code: 'unknown_field', message: 'is not a parameter of this operation' })
  return values
}

const sent = (row: ParameterRow, text: string | undefined) =>
  text === undefined ? undefined : readParameter(row, [text])

/** An empty header is a fault of whoever sends it; an empty cookie or segment is none at all. */
const one = (row: ParameterRow, text: string | undefined) =>
  text === '' ? undefined : sent(row, text)

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const text = headers[name.toLowerCase()]
  return Array.isArray(text) ? text.join(',') : text
}

/** Texts of the query that are required, and are given without a character that could be seen. */
const blankOf = ({ byPlace }: Reader, query: Readonly<Record<string, unknown>>): string[] =>
  byPlace.query
    .filter(({ name, required, type }) => required && type === 'string' && name in query)
    .map(({ name }) => name)
    .filter((name) => String(query[name]).trim() === '')

/** Whether all that is at fault are texts that are blank: the request is understood, and asks for nothing. */
function refuseBlank(reader: Reader, { query }: RequestParts, faults: readonly FieldFault[]): void {
  const blank = blankOf(reader, query)
  if (!faults.every(({ field }) => blank.includes(field))) return
  const message = 'is required, and is blank'
  const found = blank.map((field) => ({ field, code: 'required', message }))
  throw refuse(422, 'validation_failed', 'The request', found)
}

/**
 * Path, query, headers and cookies; every fault of theirs in one `400 invalid_request`. Where nothing but a required
 * text of the query is at fault, which is blank, it is a `422`.
 */
export function readParameters(
  reader: Reader,
  req: IncomingMessage,
  path: Readonly<Record<string, string | undefined>>,
  search: string,
): RequestParts {
  const faults: FieldFault[] = []
  const { byPlace, validators } = reader
  const parts: RequestParts = { path: {}, query: {}, header: {}, cookie: {}, body: undefined }
  if (byPlace.path.length > 0)
    parts.path = collect(byPlace.path, (row) => one(row, path[row.name]), validators.path, faults)
  if (byPlace.query.length > 0 || search !== '')
    parts.query = guardUri(() => readQuery(reader, search, faults))
  if (byPlace.header.length > 0)
    parts.header = collect(
      byPlace.header,
      (row) => sent(row, headerOf(req, row.name)),
      validators.header,
      faults,
    )
  if (byPlace.cookie.length > 0)
    parts.cookie = collect(
      byPlace.cookie,
      (row) => one(row, readCookies(req.headers.cookie).get(row.name)),
      validators.cookie,
      faults,
    )
  if (faults.length === 0) {
    unstorable(parts.path, faults)
    unstorable(parts.query, faults)
  }
  if (faults.length > 0) {
    refuseBlank(reader, parts, faults)
    throw refuse(400, 'invalid_request', 'The request', faults)
  }
  return parts
}

function guardUri<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    const message = 'has malformed percent-encoding'
    throw refuse(400, 'invalid_request', 'The request', [
      { field: 'query', code: 'encoding', message },
    ])
  }
}
