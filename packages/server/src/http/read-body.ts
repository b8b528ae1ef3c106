import type { IncomingMessage } from 'node:http'
import { MOST_FAULTS, Problem } from '@mobieus/contract'
import type { Validator } from '@mobieus/contract/artifacts'
import {
  hasBody,
  mediaType,
  parseJson,
  parseText,
  readBytes,
  refuseDeclared,
  unstorable,
} from './body.ts'
import { describeFaults, refuse, type FoundFaults } from './faults.ts'
import { parseForm } from './form.ts'
import { readMultipart, type Form } from './multipart.ts'
import { receiveBytes, receiveParts } from './received.ts'
import { typeFault } from './parameters.ts'
import type { Accepted, Reader } from './read.ts'

/** The faults of a body, by its schema and by what can be kept. */
function check(validate: Validator, value: unknown, anyText = false): FoundFaults {
  try {
    if (!validate(value)) return describeFaults(validate.errors, 'body')
    return { faults: anyText ? [] : unstorable(value), more: false }
  } catch (error) {
    // A schema that refers to itself descends as deep as the value does.
    if (!(error instanceof RangeError)) throw error
    const fault = { field: 'body', code: 'too_deep', message: 'is nested too deep' }
    return { faults: [fault], more: false }
  }
}

const refuseBody = ({ faults, more }: FoundFaults): Problem =>
  refuse(422, 'validation_failed', 'The body', faults, more || faults.length > MOST_FAULTS)

const JSON_TYPE = /^[^/]+\/(?:[\w.-]+\+)?json$/

/**
 * The way to read a media type: as declared, as any other JSON where `application/json` is, or as a
 * declared range that it is within. Otherwise `undefined`.
 */
function acceptedAs({ accepted }: Reader, type: string): Accepted | undefined {
  const declared = accepted.get(type)
  if (declared) return declared
  const json = JSON_TYPE.test(type) ? accepted.get('application/json') : undefined
  // A body without a type is bytes (RFC 9110, 8.3).
  const range = type === '' ? undefined : accepted.get(type.replace(/\/.*$/, '/*'))
  return json ?? range ?? accepted.get('*/*')
}

function unaccepted(reader: Reader): Problem {
  const accepted = [...reader.accepted.keys()].join(', ')
  return new Problem(415, 'unsupported_media_type', `The body must be ${accepted}.`, {
    headers: { 'Accept-Post': accepted },
  })
}

/** Whether the body is sent without a coding; codings have no letter case (RFC 9110, 8.4.1). */
function isPlain({ headers }: IncomingMessage): boolean {
  const coding = headers['content-encoding']
  return coding === undefined || /^(?:identity)?$/i.test(coding.trim())
}

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
  const type = mediaType(req)
  const accepted = acceptedAs(reader, type)
  if (parsed !== undefined) {
    if (!accepted) throw unaccepted(reader)
    return checked(accepted.validate, parsed, body.anyText)
  }
  if (!isPlain(req))
    throw new Problem(415, 'unsupported_media_type', 'The body must not be compressed.', {
      headers: { 'Accept-Encoding': 'identity' },
    })
  // A wrong type is refused before the body is asked for.
  if (hasBody(req)) {
    const apart = accepted && readApart(accepted, reader, req, arrived)
    if (apart) return apart
    refuseDeclared(req, reader.bodyLimit)
    if (!accepted) throw unaccepted(reader)
  }
  const bytes = await readBytes(req, reader.bodyLimit)
  arrived.bytes = bytes
  if (bytes.length === 0) {
    if (!body.required) return undefined
    const details = [{ field: 'body', code: 'required', message: 'is required' }]
    throw refuse(422, 'validation_failed', 'The request', details)
  }
  if (!accepted) throw unaccepted(reader)
  const { kind, validate } = accepted
  const value =
    kind === 'json'
      ? parseJson(bytes)
      : kind === 'text'
        ? parseText(req, bytes)
        : parseForm(bytes, body.fields)
  return checked(validate, value, body.anyText)
}

function checked(validate: Validator | undefined, value: unknown, anyText?: boolean): unknown {
  const found = validate && check(validate, value, anyText)
  if (found && found.faults.length > 0) throw refuseBody(found)
  return value
}

/** Reads what is not held in memory: files, parts and bytes; `undefined` for any other kind. */
function readApart(
  { kind, validate }: Accepted,
  reader: Reader,
  req: IncomingMessage,
  arrived: { files: string[] | undefined },
): Promise<unknown> | undefined {
  const { body } = reader.row
  const keep = (path: string) => void (arrived.files ??= []).push(path)
  const { limitBytes } = reader.uploads
  const room = {
    ...reader.uploads,
    limitBytes: Math.min(body?.mostBytes ?? limitBytes, limitBytes),
  }
  // Only a form is a value, with a schema to be held against; other parts are the handler's.
  if (kind === 'multipart' && validate)
    return readMultipart(req, body?.fields ?? {}, reader.uploads, keep).then((form) =>
      checkForm(reader, validate, form),
    )
  if (kind !== 'multipart' && kind !== 'bytes') return undefined
  refuseDeclared(req, room.limitBytes)
  return kind === 'bytes' ? receiveBytes(req, room, keep) : receiveParts(req, room, keep)
}

/**
 * Refuses a body for an operation that takes none, except an empty object. It is refused like an unknown
 * field, because its sender expects it to matter.
 */
export async function requireNoBody(reader: Reader, req: IncomingMessage): Promise<void> {
  // A parser in front of this router has read the body, and decided about it.
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

/** A multipart form, validated with the name of each file in its place. */
function checkForm(reader: Reader, validate: Validator, { values, files }: Form): unknown {
  const found = check(validate, values)
  const { faults } = found
  for (const [field, type] of Object.entries(reader.row.body?.fields ?? {}))
    if (type.startsWith('file') && isNamed(values[field]) && !(field in files))
      faults.push(typeFault(field, 'file'))
  if (faults.length > 0) throw refuseBody(found)
  return { ...values, ...files }
}

/** Whether a field came as text where it should have been a file. */
const isNamed = (value: unknown): boolean => [value].flat().some((each) => typeof each === 'string')
