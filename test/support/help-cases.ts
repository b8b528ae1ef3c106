import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from './corpora.ts'
import type { Json } from './http/platform.ts'

/** Cases of neighbouring help desks, from the public record of their faults. */

const { folder: root, isThere } = corpus('cases/help')
const folder = join(root, 'mail-and-tickets')

/** Whether the cases are there. */
export const hasCases = isThere

const namedCases = (): Json[] => JSON.parse(readFileSync(join(root, 'cases.json'), 'utf8'))

/** A case of `cases.json` by its name. */
export function namedCase(id: string): Json {
  const found = namedCases().find((each) => each.id === id)
  if (!found) throw new Error(`there is no case ${id}`)
  return found
}

const files = (): string[] => readdirSync(folder).filter((name) => /\.(?:json|eml)$/.test(name))

/** The names of all cases: those of `cases.json`, and of files what stands before the first hyphen. */
export const allCases = (): string[] => [
  ...namedCases().map(({ id }) => id as string),
  ...files().map((name) => name.split('-')[0] as string),
]

/** The file of a case. */
export function caseFile(id: string): Buffer {
  const name = files().find((each) => each.startsWith(`${id}-`))
  if (!name) throw new Error(`there is no case ${id}`)
  return readFileSync(join(folder, name))
}

export const readCase = (id: string): Json => JSON.parse(caseFile(id).toString())
export const stepsOf = (id: string): Json[] => readCase(id).steps
