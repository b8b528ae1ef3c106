import type { IncomingMessage } from 'node:http'
import { MOST_FAULTS, Problem } from '@mobieus/contract'
import type { Validator } from '@mobieus/contract/artifacts'
import {
  hasBody,
  mediaType,
  parseForm,
  parseJson,
  readBytes,
  refuseDeclared,
  unstorable,
} from './body.ts'
import { describeFaults, refuse, type FoundFaults } from './faults.ts'
import { readMultipart, type Form } from './multipart.ts'
import { typeFault } from './parameters.ts'
import type { Reader } from './read.ts'

/** The faults of a body, by its schema and by what can be kept. */
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
