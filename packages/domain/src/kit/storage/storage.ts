import type { Readable } from 'node:stream'

/** A range of bytes, both ends included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** An object as a listing shows it. */
export interface StoredObject {
  readonly key: string
  readonly modifiedAt: Date
}

/**
 * Where the bytes of files are kept. Keys are made here, never by callers. Every operation may be
 * repeated after it was interrupted.
 */
export interface FileStorage {
  /** Takes a local file over, which may be gone afterwards. */
  put(key: string, path: string, facts: { size: number; sha256: string }): Promise<void>
  /** The bytes, or a range of them; throws when there is no such object. */
  open(key: string, range?: ByteRange): Promise<Readable>
  copy(from: string, to: string): Promise<void>
  /** Nothing there is fine. */
  remove(key: string): Promise<void>
  list(prefix: string): AsyncIterable<StoredObject>
}

/** A folder, the tenant, a name. */
const KEY = /^[a-z][a-z-]*\/\d+\/[0-9a-z-]+$/

/** Throws on what is no key, so that none can ever lead elsewhere. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`no key of a file: ${key}`)
  return key
}

/** A place in a folder that a surface has declared, or in quarantine. */
export const keyIn = (folder: string, tenantId: number, name: string): string =>
  checkKey(`${folder}/${tenantId}/${name}`)

/** The tenant and the name that a key was made from. */
export function partsOf(key: string): { readonly tenantId: number; readonly name: string } {
  const [, tenantId, name] = checkKey(key).split('/') as [string, string, string]
  return { tenantId: Number(tenantId), name }
}

/** Where uploads are until they were looked at, whatever surface they belong to. */
export const QUARANTINE = 'quarantine'

/** The place of an upload until it was scanned. */
export const quarantineKey = (tenantId: number, name: string): string =>
  keyIn(QUARANTINE, tenantId, name)
