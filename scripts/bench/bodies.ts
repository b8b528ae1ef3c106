import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { operations, type OperationRow } from '@mobieus/contract'
import { published, validators } from '@mobieus/contract/artifacts'
import { createReader } from '../../packages/server/src/http/read.ts'
import { readBody } from '../../packages/server/src/http/read-body.ts'

/** The cost of a body of one shape, against parsing it. */
export interface BodyCost {
  readonly operation: string
  readonly shape: string
  readonly parseMs: number
  readonly readMs: number
  readonly ratio: number
}

/** Reading a body, its checks and its refusal included, may take so many times the CPU time of parsing it. */
export const BODY_BOUND = 3

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any OpenAPI document
type Node = any
const document: Node = JSON.parse(published.json.toString())

/** The operations that take JSON, one for each schema of a body. */
export function jsonBodies(): [id: string, row: OperationRow][] {
  const seen = new Set<unknown>()
  return (Object.entries(operations) as [string, OperationRow][]).filter(([id]) => {
    const validate = validators[id]?.body?.['application/json']
    return validate !== undefined && !seen.has(validate) && seen.add(validate)
  })
}

/** Bodies of about so many bytes, each of a shape that has made some reader slow. */
export function shapesOf([, row]: [string, OperationRow], bytes: number): [string, string][] {
  const body = follow(document.paths[row.path][row.method].requestBody)
  const names = fieldsOf(body.content['application/json'].schema)
  const each = (value: unknown) => JSON.stringify(Object.fromEntries(names.map((n) => [n, value])))
  const part = bytes / Math.max(1, names.length)
  const list = <T>(length: number, entry: (i: number) => T) =>
    Array.from({ length: Math.floor(length) }, (_, i) => entry(i))
  const wide = Object.fromEntries(list(bytes / 12, (i) => [`k${i}`, 1]))
  return [
    ['wide', JSON.stringify(wide)],
    ['deep', `{"${names[0]}":${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}}`],
    ['long strings', each('a'.repeat(part))],
    ['long blanks', each(' '.repeat(part))],
    ['many numbers', each(list(part / 7, (i) => i))],
    ['many faults', each(list(part / 10, (i) => ({ [`x${i % 10}`]: i })))],
    ['many texts', each(list(part / 12, (i) => `k.${i}`))],
  ]
}

const follow = (node: Node): Node =>
  typeof node?.$ref === 'string'
    ? node.$ref
        .split('/')
        .slice(1)
        .reduce((at: Node, step: string) => at[step], document)
    : node

function fieldsOf(schema: Node): string[] {
  const own = follow(schema)
  const inner = [...(own.allOf ?? []), ...(own.oneOf ?? []), ...(own.anyOf ?? [])].flatMap(fieldsOf)
  return [...new Set([...Object.keys(own.properties ?? {}), ...inner])]
}

/** Reads a body as the server does, and parses it alone; the best of a few rounds each. */
export async function measureBody(
  [operation, row]: [string, OperationRow],
  [shape, text]: [string, string],
  rounds: number,
): Promise<BodyCost> {
  const bytes = Buffer.from(text)
  const folder = { folder: '', limitBytes: 0 }
  const reader = createReader(row, validators[operation] ?? {}, bytes.length, folder)
  const headers = { 'content-type': 'application/json', 'content-length': String(bytes.length) }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const read = async () => {
    const req = Object.assign(Readable.from([bytes]), { headers }) as unknown as IncomingMessage
    await readBody(reader, req, { bytes: undefined, files: undefined }).catch(() => undefined)
  }
  const parseMs = await best(rounds, () => JSON.parse(decoder.decode(bytes)))
  const readMs = await best(rounds, read)
  return { operation, shape, parseMs, readMs, ratio: readMs / parseMs }
}

async function best(rounds: number, run: () => unknown): Promise<number> {
  let least = Infinity
  for (let i = 0; i < rounds; i++) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/** The most expensive operation for each shape of a body, with bodies as large as they may be. */
export async function measureBodies(): Promise<BodyCost[]> {
  const worst = new Map<string, BodyCost>()
  for (const operation of jsonBodies())
    for (const shape of shapesOf(operation, 1_000_000)) {
      const cost = await measureBody(operation, shape, 3)
      if (cost.ratio > (worst.get(cost.shape)?.ratio ?? 0)) worst.set(cost.shape, cost)
    }
  return [...worst.values()]
}
