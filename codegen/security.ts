import { follow } from './document.ts'
import type { JsonObject } from './source.ts'

/** A security scheme of the contract: where its credential is sent, and who calls with it. */
export interface SecuritySchemeRow {
  /** The place of the credential; `connection` is a certificate. */
  readonly in: 'authorization' | 'header' | 'query' | 'cookie' | 'connection'
  /** The parameter's name, a header's in lower case; in `Authorization` the scheme before the credential. */
  readonly name: string
  /** The kind of caller, where the credential tells it. */
  readonly caller: string | null
  /** The scheme beside which it is sent, where it accompanies another. */
  readonly accompanies: string | null
}

type Entries = readonly Readonly<Record<string, readonly string[]>>[]

/** Every security scheme of a contract, by its name there. */
export function schemesOf(document: JsonObject): Readonly<Record<string, SecuritySchemeRow>> {
  const schemes = Object.entries<JsonObject>(document.components?.securitySchemes ?? {})
  return Object.fromEntries(
    schemes.map(([name, node]) => {
      const scheme = (follow(document, node) ?? {}) as JsonObject
      const accompanies = (scheme['x-accompanies'] ?? null) as string | null
      const caller = accompanies === null ? String(scheme['x-caller'] ?? name) : null
      return [name, { ...placeOf(scheme), caller, accompanies }]
    }),
  )
}

function placeOf({
  type,
  scheme,
  in: place,
  name,
}: JsonObject): Pick<SecuritySchemeRow, 'in' | 'name'> {
  if (type === 'mutualTLS') return { in: 'connection', name: '' }
  if (type !== 'apiKey')
    return { in: 'authorization', name: String(scheme ?? 'bearer').toLowerCase() }
  return { in: place, name: place === 'header' ? String(name).toLowerCase() : String(name) }
}

/**
 * The security of an operation, as OpenAPI has it: one entry has to be met in full. A scheme may have a
 * stand-in that is sent in its stead (`x-stand-in`). For an entry that asks for a scope of such a
 * scheme, an entry of the stand-in follows the written ones. It has the same scopes, and on a write all
 * that accompanies it.
 */
export function securityOf(document: JsonObject, operation: JsonObject, method: string): Entries {
  const written = (operation.security ?? document.security ?? []) as Entries
  const schemes = (document.components?.securitySchemes ?? {}) as JsonObject
  const standIns = written.flatMap((entry) =>
    Object.entries(entry).flatMap(([name, scopes]) => {
      const standIn = follow(document, schemes[name])?.['x-stand-in'] as string | undefined
      return standIn && scopes.length > 0 ? [standInOf(document, standIn, scopes, method)] : []
    }),
  )
  return [...written, ...standIns]
}

function standInOf(
  document: JsonObject,
  name: string,
  scopes: readonly string[],
  method: string,
): Entries[number] {
  const beside =
    method === 'get' || method === 'head'
      ? []
      : Object.entries(schemesOf(document)).filter(([, row]) => row.accompanies === name)
  return { [name]: scopes, ...Object.fromEntries(beside.map(([other]) => [other, []])) }
}

/** The kinds of callers that the entries let in; an operation without entries is everybody's. */
export function callersOf(document: JsonObject, security: Entries): string[] {
  const schemes = schemesOf(document)
  const kinds = security
    .map((entry) => Object.keys(entry).flatMap((name) => schemes[name]?.caller ?? []))
    .flatMap((each) => (each.length === 0 ? ['nobody'] : each))
  return kinds.length === 0 ? ['nobody'] : [...new Set(kinds)]
}

/** Query parameters that carry a credential of an operation, which are none of its own. */
export function queryKeysOf(document: JsonObject, security: Entries): string[] {
  const schemes = schemesOf(document)
  return security
    .flatMap((entry) => Object.keys(entry))
    .flatMap((name) => schemes[name] ?? [])
    .filter((scheme) => scheme.in === 'query')
    .map((scheme) => scheme.name)
}
