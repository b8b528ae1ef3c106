import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Part } from './part.ts'

const here = import.meta.dirname

/** The files of all surfaces that export a part: one that is added here by being there. */
const files = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(path.join(here, name)).map((file) => `./${name}/${file}`))
  .sort()

const modules = (await Promise.all(files.map((file) => import(file)))) as { part?: Part }[]

/** The part of every resource in the documentation world, with its surface. */
export const parts: readonly (Part & { readonly surface: string })[] = modules.flatMap(
  ({ part }, i) => (part ? { ...part, surface: (files[i] as string).split('/')[1] as string } : []),
)
