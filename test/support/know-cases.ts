import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpus } from './corpora.ts'
import type { Json } from './http/platform.ts'

/** Cases of neighbouring wikis, from the public record of their faults. */

const { folder, isThere } = corpus('cases/scim-know')
const root = join(folder, 'sequences/know')

/** Whether the cases are there. */
export const hasKnowCases = isThere

/** The steps of a case of the wiki. */
export const knowSteps = (name: string): Json[] =>
  JSON.parse(readFileSync(join(root, `${name}.json`), 'utf8'))

/** The bytes of a case. */
export const knowBytes = (file: string): Buffer => readFileSync(join(root, file))

/** The text of a case that is Markdown. */
export const knowText = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The texts of the cases that are Markdown; none where they are not there. */
export const knowTexts = (): string[] =>
  hasKnowCases
    ? readdirSync(root)
        .filter((name) => name.endsWith('.md'))
        .map(knowText)
    : []

/** The rows of the table that are about the wiki; none where it is not there. */
export const knowRows = (): { readonly id: string; readonly what: string }[] =>
  hasKnowCases
    ? JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')).filter(({ id }: Json) =>
        id.startsWith('know-'),
      )
    : []
