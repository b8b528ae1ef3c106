import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Json } from './http/platform.ts'

/** Cases of neighbouring wikis, from the public record of their faults. */

const table = resolve(process.env.CORPORA ?? '../shared/corpora', 'cases/scim-know')
const root = join(table, 'sequences/know')

/** Whether the cases are there; otherwise the reason is printed. */
export const hasKnowCases = existsSync(root)
if (!hasKnowCases) console.warn(`skipped: there are no cases in ${root} (set CORPORA)`)

/** The steps of a case of the wiki. */
export const knowSteps = (name: string): Json[] =>
  JSON.parse(readFileSync(join(root, `${name}.json`), 'utf8'))

/** The texts of the cases that are Markdown; none where they are not there. */
export const knowTexts = (): string[] =>
  hasKnowCases
    ? readdirSync(root)
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFileSync(join(root, name), 'utf8'))
    : []

/** The rows of the table that are about the wiki; none where it is not there. */
export const knowRows = (): { readonly id: string; readonly what: string }[] =>
  hasKnowCases
    ? JSON.parse(readFileSync(join(table, 'cases.json'), 'utf8')).filter(({ id }: Json) =>
        id.startsWith('know-'),
      )
    : []
