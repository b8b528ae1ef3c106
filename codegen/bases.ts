import type { JsonObject } from './source.ts'

/**
 * A base: a prefix, and the properties of all operations below it, as `x-bases` of the contract declares
 * them.
 */
export interface Base {
  readonly prefix: string
  /** Further prefixes: all that is below the first is below these as well. */
  readonly aliases: readonly string[]
  /** The name of the dialect: how failures look, and whatever else differs by base. */
  readonly dialect: string
  /** Whether scripts of other origins may call. */
  readonly cors: boolean
  /** Whether the plan of the tenant matters. */
  readonly plan: boolean
  /** Whether query parameters that are not declared are let in, and ignored. */
  readonly anyQuery: boolean
}

/** The bases of a contract, the longest prefix first: the first that fits a path is the path's. */
export function basesOf(document: JsonObject): Base[] {
  const listed = (document['x-bases'] ?? []) as JsonObject[]
  return listed
    .map((base) => ({
      prefix: String(base.prefix),
      aliases: (base.aliases ?? []) as string[],
      dialect: String(base.dialect ?? 'envelope'),
      cors: base.cors !== false,
      plan: base.plan !== false,
      anyQuery: base.anyQuery === true,
    }))
    .sort((a, b) => b.prefix.length - a.prefix.length)
}

/** The base that a path is below. */
export const baseOf = (bases: readonly Base[], path: string): Base | undefined =>
  bases.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))

/** Every further path of an operation: those of its own, and each below the aliases of its base. */
export function aliasesOf(bases: readonly Base[], path: string, own: readonly string[]): string[] {
  const below = [path, ...own].flatMap((each) => {
    const base = baseOf(bases, each)
    return (base?.aliases ?? []).map((alias) => alias + each.slice(base!.prefix.length))
  })
  return [...own, ...below]
}
