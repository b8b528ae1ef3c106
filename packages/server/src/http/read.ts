import type { IncomingMessage } from 'node:http'
import {
  listFaults,
  MOST_FAULTS,
  Problem,
  type FieldFault,
  type OperationRow,
  type ParameterRow,
} from '@mobieus/contract'
import type { OperationValidators, Validator } from '@mobieus/contract/artifacts'
import {
  hasBody,
  mediaType,
  parseForm,
  parseJson,
  readBytes,
  refuseDeclared,
  unstorable,
} from './body.ts'
import { readCookies } from './cookies.ts'
import { describeFaults, type FoundFaults } from './faults.ts'
import { readMultipart, type Form, type UploadOptions } from './multipart.ts'
import {
  Fault,
  readDeepObject,
  readParameter,
  splitQuery,
  typeFault,
  withPlus,
} from './parameters.ts'

/** A request as handlers get it: parsed, validated, defaults filled in. The body is read last. */
export interface RequestParts {
  path: Record<string, unknown>
  query: Record<string, unknown>
  header: Record<string, unknown>
  cookie: Record<string, unknown>
  body: unknown
}

type Place = ParameterRow['in']

/** What reading needs to know of an operation, sorted once when the router is built. */
export interface Reader {
  readonly row: OperationRow
  readonly byPlace: Readonly<Record<Place, readonly ParameterRow[]>>
  readonly validators: OperationValidators
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
  return { row, byPlace, validators, bodyLimit, uploads }
}

/** Parses the rows of one place out of raw occurrences; what cannot be read is a fault. */
function collect(
  rows: readonly ParameterRow[],
  take: (row: ParameterRow) => unknown,
  validate: Validator | undefined,
  faults: FieldFault[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const unread = new Set<string>()
  for (const row of rows) {
    const value = take(row)
    const name = row.in === 'header' ? row.name.toLowerCase() : row.name
    if (value instanceof Fault) {
      faults.push(value.fault)
      unread.add(value.fault.field)
      unread.add(name)
    } else if (value !== undefined) values[name] = value
    else if (row.default !== undefined) values[name] = row.default
  }
  if (validate && !validate(values)) {
    const found = describeFaults(validate.errors, rows[0]?.in ?? 'query')
    for (const fault of found.faults) {
      const field = fault.field.endsWith('[0]') ? single(fault.field, values) : fault.field
      if (!unread.has(field)) faults.push({ ...fault, field })
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
      // An empty value means absent; a list keeps its non-empty entries.
      const present = raw?.filter((text) => text !== '')
      return present?.length ? readParameter(row, present) : undefined
    },
    reader.validators.query,
    faults,
  )
  for (let i = before; i < faults.length; i++)
    faults[i] = withPlus(faults[i] as FieldFault, values, search)
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

/** Path, query, headers and cookies; every fault of theirs in one `400 invalid_request`. */
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
  if (faults.length > 0) throw refuse(400, 'invalid_request', 'The request', faults)
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

function refuse(
  status: number,
  code: string,
  what: string,
  found: FieldFault[],
  more = found.length > MOST_FAULTS,
): Problem {
  const details = listFaults(found)
  const says = more
    ? `more than ${details.length} faults, of which details lists the first.`
    : details.length > 1
      ? `${details.length} faults, listed in details.`
      : `a fault: ${details[0]?.field} ${details[0]?.message}.`
  const facts = more ? { details_truncated: true } : {}
  return new Problem(status, code, `${what} has ${says}`, { details, facts })
}

/** What is wrong with a body, by its schema and by what can be kept. */
function check(validate: Validator, value: unknown): FoundFaults {
  try {
    if (!validate(value)) return describeFaults(validate.errors, 'body')
    return { faults: unstorable(value), more: false }
  } catch (error) {
    // A schema that refers to itself descends as deep as the value does.
    if (!(error instanceof RangeError)) throw error
    const fault = { field: 'body', code: 'too_deep', message: 'is nested too deep' }
    return { faults: [fault], more: false }
  }
}

const refuseBody = ({ faults, more }: FoundFaults): Problem =>
  refuse(422, 'validation_failed', 'The body', faults, more || faults.length > MOST_FAULTS)

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/

function validatorFor(reader: Reader, type: string): Validator {
  const byType = reader.validators.body ?? {}
  // Only its own: an object has a `constructor` as well, which finds nothing wrong with any body.
  const own = Object.hasOwn(byType, type) ? byType[type] : undefined
  const validate = own ?? (JSON_TYPE.test(type) ? byType['application/json'] : undefined)
  if (validate) return validate
  const accepted = reader.row.body?.mediaTypes.join(', ') ?? ''
  throw new Problem(415, 'unsupported_media_type', `The body must be ${accepted}.`, {
    headers: { 'Accept-Post': accepted },
  })
}

/** Codings have no letter case (RFC 9110, 8.4.1). */
const isPlain = ({ headers }: IncomingMessage): boolean =>
  /^(?:identity)?$/i.test((headers['content-encoding'] ?? '').trim())

/**
 * The body, validated: `undefined` where the operation takes none or it may be left out. Throws
 * 413, 415, 400 for what is no JSON, and 422 with every fault for what is not the right JSON.
 * In `arrived` are the bytes as soon as they are there, refused or not, and the paths of files.
 */
export async function readBody(
  reader: Reader,
  req: IncomingMessage,
  arrived: { bytes: Buffer | undefined; files: string[] | undefined },
): Promise<unknown> {
  const { body } = reader.row
  if (!body) return undefined
  const parsed = (req as { body?: unknown }).body
  if (parsed === undefined && !isPlain(req))
    throw new Problem(415, 'unsupported_media_type', 'The body must not be compressed.', {
      headers: { 'Accept-Encoding': 'identity' },
    })
  const type = mediaType(req)
  const form = type === MULTIPART ? body.fields : undefined
  if (form && parsed === undefined && hasBody(req)) {
    const keep = (path: string) => void (arrived.files ??= []).push(path)
    return checkForm(reader, await readMultipart(req, form, reader.uploads, keep))
  }
  // Who sends the wrong type is told so before the body is asked for.
  if (parsed === undefined && hasBody(req)) {
    refuseDeclared(req, reader.bodyLimit)
    validatorFor(reader, type)
  }
  const bytes = parsed === undefined ? await readBytes(req, reader.bodyLimit) : undefined
  arrived.bytes = bytes
  if (bytes?.length === 0) {
    if (!body.required) return undefined
    const details = [{ field: 'body', code: 'required', message: 'is required' }]
    throw refuse(422, 'validation_failed', 'The request', details)
  }
  const validate = validatorFor(reader, type)
  const value =
    bytes === undefined ? parsed : JSON_TYPE.test(type) ? parseJson(bytes) : parseForm(bytes)
  const found = check(validate, value)
  if (found.faults.length > 0) throw refuseBody(found)
  return value
}

/**
 * An operation that takes no body is sent none: nothing, or an empty object. Anything else is refused
 * like a field that is not known, because whoever sends it expects it to matter.
 */
export async function requireNoBody(reader: Reader, req: IncomingMessage): Promise<void> {
  // Whoever mounts us behind a parser of bodies has decided about them.
  if ((req as { body?: unknown }).body !== undefined) return
  const bytes = await readBytes(req, reader.bodyLimit)
  const value = bytes.length === 0 ? {} : parseJson(bytes)
  const fields =
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.keys(value)
      : ['body']
  const faults = fields.slice(0, MOST_FAULTS + 1).map((field) => ({
    field,
    code: 'unknown_field',
    message: 'is not expected: the operation takes no body',
  }))
  if (faults.length > 0) throw refuse(422, 'validation_failed', 'The body', faults)
}

const MULTIPART = 'multipart/form-data'

/** A multipart form, validated: of a file its name stands for it until everything is found valid. */
function checkForm(reader: Reader, { values, files }: Form): unknown {
  const validate = validatorFor(reader, MULTIPART)
  const found = check(validate, values)
  const { faults } = found
  for (const [field, type] of Object.entries(reader.row.body?.fields ?? {}))
    if (type === 'file' && typeof values[field] === 'string' && !(field in files))
      faults.push(typeFault(field, 'file'))
  if (faults.length > 0) throw refuseBody(found)
  return { ...values, ...files }
}
