import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open as openNew, readFile, type FileHandle } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Problem, type ReceivedBytes, type ReceivedPart } from '@mobieus/contract'
import { tooLarge } from './body.ts'
import { inviteBody } from './continue.ts'
import type { UploadOptions } from './multipart.ts'
import { boundaryOf, MalformedParts, readParts, type PartHead, type PartSink } from './parts.ts'

/**
 * The limit up to which a body, or all parts of one, stay in memory; beyond it they go to disk as they
 * arrive.
 */
const MEMORY_BYTES = 262_144
const MOST_PARTS = 200

/** A place for bytes as they arrive. `abandon` closes it when the rest will not be wanted. */
interface Basin extends PartSink {
  received(): ReceivedBytes
  abandon(): Promise<void>
}

/** The account that all parts of one body share: its bytes, and those of them in memory. */
interface Account {
  total: number
  held: number
}

function openBasin(
  contentType: string,
  { folder, limitBytes }: UploadOptions,
  account: Account,
  keep: (path: string) => void,
): Basin {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  let size = 0
  let target: string | undefined
  let handle: FileHandle | undefined

  async function spill(): Promise<FileHandle> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    target = path.join(folder, randomUUID())
    keep(target)
    handle = await openNew(target, 'wx', 0o600)
    for (const chunk of chunks) {
      await handle.writeFile(chunk)
      account.held -= chunk.length
    }
    chunks.length = 0
    return handle
  }

  return {
    async write(bytes) {
      size += bytes.length
      account.total += bytes.length
      if (account.total > limitBytes) throw tooLarge(limitBytes)
      hash.update(bytes)
      if (!handle && account.held + bytes.length <= MEMORY_BYTES) {
        account.held += bytes.length
        // A copy, because Node reuses the memory behind the chunk.
        return void chunks.push(Buffer.from(bytes))
      }
      await (handle ?? (await spill())).writeFile(bytes)
    },
    async end() {
      await handle?.close()
      handle = undefined
    },
    async abandon() {
      await handle?.close().catch(() => undefined)
    },
    received() {
      const sha256 = hash.digest('hex')
      const file = target
      const whole = file === undefined ? Buffer.concat(chunks) : undefined
      return {
        contentType,
        size,
        sha256,
        read: async () => whole ?? readFile(file as string),
        open: () => (whole ? Readable.from([whole]) : createReadStream(file as string)),
        toJSON: () => ({ contentType, size, sha256 }),
      }
    },
  }
}

const typeOf = (req: IncomingMessage): string => req.headers['content-type'] ?? ''

/** The body as it arrives, left open when its reader has had enough of it. */
function arriving(req: IncomingMessage): AsyncIterable<Buffer> {
  inviteBody(req)
  return req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
}

/**
 * Reads a body of bytes, whatever they are. One that is too large is refused as soon as that is known.
 * `keep` is told each file as it is made, so that it can be removed whatever happens.
 */
export async function receiveBytes(
  req: IncomingMessage,
  room: UploadOptions,
  keep: (path: string) => void,
): Promise<ReceivedBytes> {
  const basin = openBasin(typeOf(req), room, { total: 0, held: 0 }, keep)
  try {
    for await (const chunk of arriving(req)) await basin.write(chunk)
    await basin.end()
    return basin.received()
  } catch (error) {
    await basin.abandon()
    req.resume()
    throw error
  }
}

/** Reads a multipart body that is no form: its parts in their order, each with its head. */
export async function receiveParts(
  req: IncomingMessage,
  room: UploadOptions,
  keep: (path: string) => void,
): Promise<ReceivedPart[]> {
  const found: { head: PartHead; basin: Basin }[] = []
  const account: Account = { total: 0, held: 0 }
  const open = (head: PartHead): PartSink => {
    if (found.length === MOST_PARTS) throw new MalformedParts('too many parts')
    const basin = openBasin(head.headers['content-type'] ?? 'text/plain', room, account, keep)
    found.push({ head, basin })
    return basin
  }
  try {
    await readParts(arriving(req), boundaryOf(typeOf(req)), open)
    return found.map(({ head, basin }) => ({ ...basin.received(), headers: head.headers }))
  } catch (error) {
    await Promise.all(found.map(({ basin }) => basin.abandon()))
    req.resume()
    throw error instanceof MalformedParts ? malformed(error.message) : error
  }
}

function malformed(why: string): Problem {
  const details = [{ field: 'body', code: 'multipart', message: `has no valid parts: ${why}` }]
  return new Problem(400, 'invalid_request', `The body has no valid parts: ${why}.`, { details })
}
