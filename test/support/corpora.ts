import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The folder of real inputs beside the clone, or in `CORPORA`. Where it is missing, the reason is printed. */
export function corpus(name: string): { readonly folder: string; readonly isThere: boolean } {
  const folder = resolve(process.env.CORPORA ?? '../shared/corpora', name)
  const isThere = existsSync(folder)
  if (!isThere) console.warn(`skipped: there is no ${folder} (set CORPORA)`)
  return { folder, isThere }
}
