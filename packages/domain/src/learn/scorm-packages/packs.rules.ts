import { keyIn } from '../../kit/storage/storage.ts'

/** The folder of packs: the files of one package each. */
export const PACKS = 'learn-packs'

/** The place of a package's files. */
export const packKeyOf = (tenantId: number, id: number, sha256: string): string =>
  keyIn(PACKS, tenantId, `${id}-${sha256.slice(0, 16)}`)
