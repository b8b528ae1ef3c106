import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from './corpora.ts'
import type { Json } from './http/platform.ts'
import { zipped } from './zipped.ts'

/** Cases of neighbouring learning systems, from the public record of their faults. */

const { folder, isThere } = corpus('cases/learn')
const root = join(folder, 'cases')

/** Whether the cases are there. */
export const hasLearnCases = isThere

/** A case that is JSON. */
export const learnCase = (file: string): Json => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** The bytes of a case. */
export const learnBytes = (file: string): Buffer => readFileSync(join(root, file))

/** The cases of a folder whose names end like this, in order; none where they are not there. */
export const learnCases = (kind: string, ending: string): string[] =>
  !isThere
    ? []
    : readdirSync(join(root, kind))
        .filter((name) => name.endsWith(ending))
        .sort()

/** The rows of the table whose ids begin with a prefix; none where it is not there. */
export const learnRows = (prefix: string): { readonly id: string; readonly what: string }[] =>
  !isThere
    ? []
    : JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')).filter(({ id }: Json) =>
        id.startsWith(`${prefix}-`),
      )

/** The folders that are packages, each with what has to become of it; none where they are not there. */
export const packageCases = (): { name: string; zip: Buffer; expected: Json }[] =>
  !isThere
    ? []
    : readdirSync(join(root, 'scorm'))
        .filter((name) => existsSync(join(root, 'scorm', `${name}.expect.json`)))
        .map((name) => ({
          name,
          zip: zipOfFolder(join(root, 'scorm', name)),
          expected: learnCase(`scorm/${name}.expect.json`),
        }))

/** A folder as a zip. */
export function zipOfFolder(from: string): Buffer {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(from, file)).isFile())
    .sort()
  return zipped(files.map((name) => ({ name, bytes: readFileSync(join(from, name)) })))
}

/** The files of the folder but those that tests read by their endings: records' cases, and packages. */
export function learnFilesAlone(): string[] {
  if (!isThere) return []
  const packages = packageCases().map(({ name }) => `scorm/${name}`)
  const isReadByEnding = (file: string): boolean =>
    (file.startsWith('xapi/') && /\.http$/.test(file)) ||
    (/^xapi\/.*\.json$/.test(file) && ['steps', 'rows'].some((name) => learnCase(file)[name])) ||
    packages.some((name) => file.startsWith(`${name}/`) || file === `${name}.expect.json`)
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file !== 'README.md' && statSync(join(root, file)).isFile() && !isReadByEnding(file),
  )
}
