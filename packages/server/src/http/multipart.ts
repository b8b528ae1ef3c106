import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem, type OperationRow, type UploadedFile } from '@mobieus/contract'
import busboy from 'busboy'
import { requireConnected } from './body.ts'
import { readScalar } from './parameters.ts'

/** Where files of multipart requests are put while they arrive, and how large one may be. */
export interface UploadOptions {
  readonly folder: string
  readonly limitBytes: number
}

type Fields = NonNullable<NonNullable<OperationRow['body']>['fields']>

/** What a multipart request says: every field that is no file, and the files by their fields. */
export interface Form {
  readonly values: Record<string, unknown>
  readonly files: Readonly<Record<string, UploadedFile>>
}

const FIELD_BYTES = 1_048_576
const MOST_FIELDS = 200
/** Enough for every signature that tells a type. */
const HEAD_BYTES = 4_100

const tooLarge = (what: string, limit: number) =>
  new Problem(413, 'payload_too_large', `${what} is larger than ${limit} bytes.`, {
    headers: { Connection: 'close' },
  })

function malformed(why: string): Problem {
  const details = [{ field: 'body', code: 'multipart', message: `is not a valid form: ${why}` }]
  return new Problem(400, 'invalid_request', `The body is not a valid form: ${why}.`, { details })
}

/**
 * Reads a multipart form. A file goes to disk as it arrives and is never held in memory; as soon as
 * it is larger than it may be the request is refused, and what is still to come is thrown away.
 * `keep` is told each file as it is created, so that it can be removed whatever happens.
 */
export async function readMultipart(
  req: IncomingMessage,
  fields: Fields,
  options: UploadOptions,
  keep: (path: string) => void,
): Promise<Form> {
  if (Number(req.headers['content-length']) > options.limitBytes + FIELD_BYTES)
    throw tooLarge('The body', options.limitBytes)
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  requireConnected(req)
  // Without a prototype: a field may have any name, `__proto__` too.
  const values: Record<string, unknown> = Object.create(null)
  const files: Record<string, UploadedFile> = Object.create(null)
  const add = (name: string, value: unknown) => {
    const before = values[name]
    values[name] = before === undefined ? value : [before, value].flat()
  }

  await new Promise<void>((resolve, reject) => {
    const parser = open(req, options.limitBytes)
    const writing: Promise<void>[] = []
    let failed = false
    const fail = (error: Error) => {
      if (failed) return
      failed = true
      req.unpipe(parser).resume()
      void Promise.allSettled(writing).then(() => reject(error))
      // Not from inside one of its events: busboy goes on with what is then gone, and throws.
      setImmediate(() => parser.destroy())
    }
    parser.on('field', (name, text, { valueTruncated }) => {
      if (name === undefined) return fail(malformed('a part has no name'))
      if (valueTruncated) return fail(tooLarge(name, FIELD_BYTES))
      if (text.includes('\uFFFD')) return fail(malformed(`${name} is not UTF-8`))
      add(name, readField(text, fields[name]))
    })
    parser.on('file', (name, stream, { filename = '', mimeType }) => {
      if (name === undefined) return fail(malformed('a part has no name'))
      // Of a field that is no file, or has one already, the fault is enough.
      if (fields[name] !== 'file' || name in files) {
        add(name, {})
        return void stream.resume()
      }
      stream.on('limit', () => fail(tooLarge('The file', options.limitBytes)))
      const target = path.join(options.folder, randomUUID())
      keep(target)
      add(name, filename)
      const written = receive(stream, target).then((facts) => {
        files[name] = describe(target, filename, mimeType.toLowerCase(), facts)
      })
      writing.push(written)
      written.catch(fail)
    })
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      parser.on(limit, () => fail(malformed('too many parts')))
    parser.on('error', (error: Error) => fail(malformed(error.message)))
    parser.on('close', () => {
      if (!failed) Promise.all(writing).then(() => resolve(), fail)
    })
    req.on('close', () => {
      if (!req.readableEnded) fail(new Error('the caller hung up'))
    })
    req.pipe(parser)
  })
  return { values, files }
}

function open(req: IncomingMessage, fileSize: number) {
  const limits = { fileSize, fieldSize: FIELD_BYTES, fields: MOST_FIELDS, files: 20 }
  try {
    return busboy({ headers: req.headers, defParamCharset: 'utf8', preservePath: true, limits })
  } catch (error) {
    throw malformed((error as Error).message)
  }
}

/** Text by the type of its field; what does not read stays text, for the schema to refuse. */
function readField(text: string, type: Fields[string] | undefined): unknown {
  if (type === undefined || type === 'string' || type === 'file') return text
  if (type !== 'json') return readScalar(text, type) ?? text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

type Facts = Pick<UploadedFile, 'size' | 'sha256' | 'head'>

function describe(path: string, name: string, mime: string, facts: Facts): UploadedFile {
  const { size, sha256 } = facts
  return { path, name, mime, ...facts, toJSON: () => ({ name, mime, size, sha256 }) }
}

async function receive(stream: Readable, target: string): Promise<Facts> {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let size = 0
  const look = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size))
      size += chunk.length
      hash.update(chunk)
      yield chunk
    }
  }
  // Flushed to the disk itself: what is confirmed afterwards survives a power cut.
  await pipeline(stream, look, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }))
  return { size, sha256: hash.digest('hex'), head: Buffer.concat(head) }
}

const FORGOTTEN_MS = 24 * 60 * 60 * 1000

/** Removes what a server that was killed has left in the folder; what is still arriving is younger. */
export async function removeForgotten(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const file of names.map((name) => path.join(folder, name))) {
    const facts = await stat(file).catch(() => undefined)
    if (facts?.isFile() && now.getTime() - facts.mtimeMs > FORGOTTEN_MS)
      await rm(file, { force: true })
  }
}

/** Removes files that were put aside; one that has been moved on is gone already. */
export const removeFiles = (paths: readonly string[]): Promise<unknown> =>
  Promise.all(paths.map((each) => rm(each, { force: true })))
