import { diskStorage } from './disk.ts'
import { s3Storage, type S3Config } from './s3.ts'
import type { FileStorage } from './storage.ts'

/** Local disk below a folder, or a bucket of an S3-compatible service. */
export type StorageConfig = { readonly folder: string } | S3Config

export const openStorage = (config: StorageConfig): FileStorage =>
  'folder' in config ? diskStorage(config.folder) : s3Storage(config)
