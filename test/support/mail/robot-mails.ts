import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(process.env.CORPORA ?? '../shared/corpora', 'mail/auto')

/** Whether mail that robots have sent is there; otherwise the reason is printed. */
export const hasRobots = existsSync(folder)
if (!hasRobots) console.warn(`skipped: there is no mail in ${folder} (set CORPORA)`)

/** Mail that robots have sent: notices of absence, and reports of mail servers. */
export const robotMails = (): readonly { readonly name: string; readonly raw: Buffer }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => ({ name, raw: readFileSync(join(folder, name)) }))
