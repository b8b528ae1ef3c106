/**
 * The contract in words that the judge knows. `x-unique-items` is `uniqueItems`. `x-extensible-enum` is
 * `enum`, for this server makes only values that it lists. Failures that look like those of `default`
 * are read as that one, because each costs a compilation. Where the ranges say with `x-statuses` what
 * any operation can answer, `x-failures` of an operation adds the statuses that it names. Below a base with
 * `anyQuery` parameters that are not declared are let in.
 */
export function inJudgesWords(contract: unknown): unknown {
  const document = contract as Node
  const paths = Object.fromEntries(
    Object.entries<Node>(document.paths).map(([path, item]) => [path, withStatuses(item, path)]),
  )
  return { ...(withWords(document) as Node), paths }

  function withStatuses(item: Node, path: string): Node {
    const any = letsInAnyQuery(path) && { 'x-eov-allow-unknown-query-parameters': true }
    const named = mapValues(item, (operation) =>
      operation?.responses
        ? { ...operation, ...failuresOf(operation.responses), ...any }
        : operation,
    )
    return withWords(named) as Node
  }

  function letsInAnyQuery(path: string): boolean {
    const bases = (document['x-bases'] ?? []) as Node[]
    const all = bases.filter(({ anyQuery }) => anyQuery)
    return all.some(({ prefix, aliases = [] }) =>
      [prefix, ...aliases].some((each: string) => path.startsWith(`${each}/`)),
    )
  }

  function failuresOf(responses: Node): Node {
    const common = ['4XX', '5XX'].flatMap(
      (range) => followed(responses[range])?.['x-statuses'] ?? [],
    )
    const named = Object.keys(responses).filter((status) => /^[45]\d\d$/.test(status))
    const looks = looksOf(responses.default)
    const kept = Object.entries<Node>(responses).filter(
      ([status, response]) => !/^[45]/.test(status) || !looks || looksOf(response) !== looks,
    )
    return {
      responses: Object.fromEntries(kept),
      ...(common.length > 0 && { 'x-failures': [...common, ...named.map(Number)] }),
    }
  }

  function looksOf(response: Node): string | undefined {
    const content = followed(response)?.content
    return content && JSON.stringify(mapValues(content, ({ schema }) => schema))
  }

  function followed(node: Node): Node {
    const steps = (node?.$ref as string | undefined)?.split('/').slice(1)
    return steps ? steps.reduce((at: Node, step) => at?.[step], document) : node
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any OpenAPI document
type Node = any

const mapValues = (node: Node, change: (value: Node) => Node): Node =>
  Object.fromEntries(Object.entries(node ?? {}).map(([name, value]) => [name, change(value)]))

function withWords(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withWords)
  if (node === null || typeof node !== 'object') return node
  const {
    'x-unique-items': unique,
    'x-extensible-enum': known,
    ...rest
  } = mapValues(node, withWords)
  const nullable = [rest.type].flat().includes('null')
  return {
    ...rest,
    ...(unique === true && { uniqueItems: true }),
    ...(Array.isArray(known) && { enum: nullable ? [...known, null] : known }),
  }
}
