import type { Fault, JsonObject, Source } from './source.ts'
import { methods, follow } from './document.ts'
import { identifier } from './names.ts'

type Report = (path: readonly (string | number)[], rule: string, message: string) => void

/** A contract that every later step can rely on, and what had to be changed to get there. */
export interface Repaired {
  readonly document: JsonObject
  readonly faults: readonly Fault[]
  /** Operations whose id is not the one in the file: new id → id in the file. */
  readonly renamed: Readonly<Record<string, string>>
}

/**
 * Makes an untidy contract usable. Every operation then has a unique id that is a JavaScript name, and
 * every placeholder of a path its parameter. No two operations answer the same request. Each change
 * that the author did not ask for is a fault with its line. A tidy contract comes back equal.
 */
export function repair(source: Source): Repaired {
  const document = structuredClone(source.document)
  const faults: Fault[] = [...source.faults]
  const report: Report = (path, rule, message) =>
    faults.push({ rule, message, ...source.position(path) })

  resolvePathItems(document)
  dropDanglingReferences(document, report)
  const named = nameOperations(document, report)
  repairParameters(document, report)
  mergeIdenticalPaths(document, report)
  const distinct = new Map(faults.map((fault) => [JSON.stringify(fault), fault]))
  const sorted = [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column)
  const left = new Set(operationsOf(document).map(({ operation }) => operation.operationId))
  const renamed = Object.fromEntries(Object.entries(named).filter(([id]) => left.has(id)))
  return { document, faults: sorted, renamed }
}

function operationsOf(document: JsonObject) {
  return Object.entries<JsonObject>(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => methods.has(key))
      .map((method) => ({ path, method, operation: item[method] as JsonObject })),
  )
}

function resolvePathItems(document: JsonObject): void {
  for (const [path, item] of Object.entries<JsonObject>(document.paths ?? {})) {
    if (item?.$ref) document.paths[path] = structuredClone(follow(document, item))
  }
}

function nameOperations(document: JsonObject, report: Report): Record<string, string> {
  const taken = new Set<string>()
  const renamed: Record<string, string> = {}
  for (const { path, method, operation } of operationsOf(document)) {
    const original = operation.operationId as string | undefined
    const base = identifier(original ?? `${method} ${path}`)
    let id = base
    for (let n = 2; taken.has(id); n++) id = `${base}${n}`
    taken.add(id)
    if (original === undefined) {
      const message = `${method.toUpperCase()} ${path} has no operationId; it is called ${id}`
      report(['paths', path, method], 'operation-id-missing', message)
    } else if (id !== base) {
      report(
        ['paths', path, method, 'operationId'],
        'operation-id-duplicate',
        `operationId ${original} is used before; this one is called ${id}`,
      )
    }
    if (original !== undefined && original !== id) renamed[id] = original
    operation.operationId = id
  }
  return renamed
}

function repairParameters(document: JsonObject, report: Report): void {
  for (const [path, item] of Object.entries<JsonObject>(document.paths ?? {})) {
    const entries = Object.keys(item).filter((key) => methods.has(key))
    const merged = entries.map((method) => mergedParameters(document, path, method, report))
    if (!merged.some(({ changed }) => changed)) continue
    for (const [index, method] of entries.entries()) {
      item[method].parameters = merged[index]!.parameters
    }
    delete item.parameters
  }
}

/** The operation's parameters and its path's, put right; `changed` where that took a repair. */
function mergedParameters(document: JsonObject, path: string, method: string, report: Report) {
  const item = document.paths[path] as JsonObject
  const names = placeholders(path)
  const byKey = new Map<string, JsonObject>()
  let changed = false
  const repaired = (at: (string | number)[], rule: string, message: string): void => {
    changed = true
    report(at, rule, message)
  }
  const take = (owner: string[], list: readonly JsonObject[] = []): void => {
    const seen = new Set<string>()
    for (const [index, listed] of list.entries()) {
      const parameter = follow(document, listed) as JsonObject
      const { name } = parameter
      if (!name) {
        changed = true // its reference leads nowhere, which was told already
        continue
      }
      const key = `${parameter.in} ${name}`
      const at = [...owner, 'parameters', index]
      if (seen.has(key)) {
        const message = `the ${parameter.in} parameter ${name} stands twice; the last one counts`
        repaired(at, 'parameter-duplicate', message)
      }
      seen.add(key)
      byKey.set(key, listed)
      if (parameter.in !== 'path') continue
      if (!names.includes(name)) {
        const message = `${path} has no placeholder for the path parameter ${name}; it is left out`
        repaired(at, 'path-parameter-unknown', message)
        byKey.delete(key)
      } else if (parameter.required !== true) {
        const message = `the path parameter ${name} must say required: true; it is taken so`
        repaired(at, 'path-parameter-optional', message)
        byKey.set(key, { ...parameter, required: true })
      }
    }
  }
  take(['paths', path], item.parameters)
  take(['paths', path, method], item[method].parameters)
  for (const name of names) {
    if (byKey.has(`path ${name}`)) continue
    const message = `${method.toUpperCase()} ${path} does not declare the path parameter ${name}; it is taken as a string`
    repaired(['paths', path, method], 'path-parameter-missing', message)
    byKey.set(`path ${name}`, { name, in: 'path', required: true, schema: { type: 'string' } })
  }
  return { parameters: [...byKey.values()], changed }
}

/**
 * `/groups/{id}` and `/groups/{name}` are one path to OpenAPI and to any router. The operations of the
 * later one move to the earlier, whose names for the placeholders they take over.
 */
function mergeIdenticalPaths(document: JsonObject, report: Report): void {
  const firstOf = new Map<string, string>()
  for (const [path, item] of Object.entries<JsonObject>(document.paths ?? {})) {
    const shape = path.replace(/\{[^}]*\}/g, '{}')
    const first = firstOf.get(shape)
    if (first === undefined) {
      firstOf.set(shape, path)
      continue
    }
    report(
      ['paths', path],
      'identical-paths',
      `${path} is the same path as ${first}; it becomes that`,
    )
    for (const method of Object.keys(item).filter((key) => methods.has(key))) {
      if (document.paths[first][method]) {
        const message = `${method.toUpperCase()} ${path} can never be told from ${first}; it is left out`
        report(['paths', path, method], 'identical-paths', message)
        continue
      }
      document.paths[first][method] = {
        ...item[method],
        parameters: withNames(
          document,
          item,
          item[method],
          placeholders(path),
          placeholders(first),
        ),
      }
    }
    delete document.paths[path]
  }
}

function withNames(
  document: JsonObject,
  item: JsonObject,
  operation: JsonObject,
  from: readonly string[],
  to: readonly string[],
): JsonObject[] {
  return [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((listed) => {
    const parameter = follow(document, listed) as JsonObject
    const place = parameter.in === 'path' ? from.indexOf(parameter.name) : -1
    return place < 0 ? listed : { ...parameter, name: to[place] }
  })
}

function placeholders(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!)
}

function dropDanglingReferences(document: JsonObject, report: Report): void {
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (value === null || typeof value !== 'object') return
    const node = value as JsonObject
    if (typeof node.$ref === 'string' && follow(document, node) === undefined) {
      report(
        [...path, '$ref'],
        'reference-dangling',
        `${node.$ref} leads nowhere; anything is accepted`,
      )
      delete node.$ref
    }
    for (const [key, inner] of Object.entries(node)) {
      if (key !== 'example' && key !== 'examples')
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  visit(document, [])
}
