import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open as openNew, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { Problem, type UploadedFile } from '@mobieus/contract'
import { requireConnected, tooLarge } from './body.ts'
import { inviteBody } from './continue.ts'
import { addField, addText, fieldType, type FormFields } from './form.ts'
import {
  boundaryOf,
  decode,
  MalformedParts,
  readParts,
  type PartHead,
  type PartSink,
} from './parts.ts'

/** The folder for files and large bodies while they arrive, and their largest size. */
export interface UploadOptions {
  readonly folder: string
  readonly limitBytes: number
}

/** A multipart form: every field that is no file, and the files by their fields. */
export interface Form {
  readonly values: Record<string, unknown>
  readonly files: Readonly<Record<string, UploadedFile | UploadedFile[]>>
}

/** The most bytes of all fields together that are no files, and so of any one. */
const FIELD_BYTES = 1_048_576
const MOST_FIELDS = 200
const MOST_FILES = 20
/** Enough for every signature that tells a type. */
const HEAD_BYTES = 4_100

function malformed(why: string): Problem {
  const details = [{ field: 'body', code: 'multipart', message: `is not a valid form: ${why}` }]
  return new Problem(400, 'invalid_request', `The body is not a valid form: ${why}.`, { details })
}

/**
 * Reads a multipart form. A file goes to disk as it arrives and is never held in memory. As soon as it
 * is too large the request is refused, and the rest of it thrown away. `keep` is told each file as it is
 * created, so that it can be removed whatever happens.
 */
export async function readMultipart(
  req: IncomingMessage,
  fields: FormFields,
  options: UploadOptions,
  keep: (path: string) => void,
): Promise<Form> {
  const mostBytes = options.limitBytes + FIELD_BYTES
  if (Number(req.headers['content-length']) > mostBytes) throw tooLarge(options.limitBytes)
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  requireConnected(req)
  inviteBody(req)
  const form = openForm(fields, options, keep)
  try {
    const boundary = boundaryOf(req.headers['content-type'] ?? '')
    await readParts(atMost(req, mostBytes, options.limitBytes), boundary, form.open)
    return form
  } catch (error) {
    await form.abandon()
    // The rest of the body is thrown away, so that the caller reads the answer.
    req.resume()
    throw error instanceof MalformedParts ? malformed(error.message) : error
  }
}

/** The body as it arrives, left open when its reader has had enough of it. */
async function* atMost(req: IncomingMessage, mostBytes: number, limit: number) {
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw tooLarge(limit)
    yield chunk
  }
}

/** An empty form, and what fills it part by part. */
function openForm(fields: FormFields, options: UploadOptions, keep: (path: string) => void) {
  // Without a prototype: a field may have any name, `__proto__` too.
  const values: Record<string, unknown> = Object.create(null)
  const files: Record<string, UploadedFile | UploadedFile[]> = Object.create(null)
  let textBytes = 0
  let writing: FileHandle | undefined
  const counts = { file: 0, field: 0 }

  function open(head: PartHead): PartSink | Promise<PartSink> {
    const { name, filename, mime } = head
    if (name === undefined) throw malformed('a part has no name')
    const isFile = filename !== undefined || mime === 'application/octet-stream'
    const most = isFile ? MOST_FILES : MOST_FIELDS
    if (++counts[isFile ? 'file' : 'field'] > most) throw malformed('too many parts')
    if (!isFile) return openText(name, head.charset)
    // A file for a field of another type, or a second one for a field, only leaves a value that the
    // schema refuses.
    const type = fieldType(fields, name)
    const several = type === 'file[]'
    const taken = several || (type === 'file' && !(name in files))
    addField(values, name, taken ? (filename ?? '') : {}, several)
    return taken ? openFile(name, filename ?? '', mime) : { write: nothing, end: nothing }
  }

  function openText(name: string, charset: string): PartSink {
    const chunks: Buffer[] = []
    return {
      write(bytes) {
        textBytes += bytes.length
        if (textBytes > FIELD_BYTES) throw tooLarge(FIELD_BYTES, 'The text of the form')
        chunks.push(Buffer.from(bytes))
      },
      end() {
        const text = decode(Buffer.concat(chunks), charset, name.slice(0, 100))
        addText(values, name, text, fieldType(fields, name))
      },
    }
  }

  async function openFile(name: string, filename: string, mime: string): Promise<PartSink> {
    const target = path.join(options.folder, randomUUID())
    keep(target)
    const handle = (writing = await openNew(target, 'wx', 0o600))
    const hash = createHash('sha256')
    const head: Buffer[] = []
    let size = 0
    return {
      async write(bytes) {
        if (size < HEAD_BYTES) head.push(Buffer.from(bytes.subarray(0, HEAD_BYTES - size)))
        size += bytes.length
        if (size > options.limitBytes) throw tooLarge(options.limitBytes, 'The file')
        hash.update(bytes)
        await handle.writeFile(bytes)
      },
      async end() {
        // Flushed to the disk itself: what is confirmed afterwards survives a power cut.
        await handle.sync()
        await handle.close()
        const facts = { size, sha256: hash.digest('hex'), head: Buffer.concat(head) }
        const file = describe(target, filename, mime, facts)
        if (fieldType(fields, name) === 'file[]')
          ((files[name] ??= []) as UploadedFile[]).push(file)
        else files[name] = file
      },
    }
  }

  /** Closes the file that was being written when the form turned out to be none. */
  const abandon = async () => void (await writing?.close().catch(nothing))

  return { values, files, open, abandon }
}

const nothing = () => undefined

type Facts = Pick<UploadedFile, 'size' | 'sha256' | 'head'>

function describe(path: string, name: string, mime: string, facts: Facts): UploadedFile {
  const { size, sha256 } = facts
  return { path, name, mime, ...facts, toJSON: () => ({ name, mime, size, sha256 }) }
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
