import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node } from 'yaml'

/** Where the line begins that an offset is in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/**
 * The lines of an entry of a YAML file. They begin with the line of its key and end with the last line
 * of its value.
 *
 * @throws Error when it, or what leads to it, is not in block style
 */
export function linesOf(
  text: string,
  { contents }: Document,
  at: readonly string[],
): [start: number, end: number] {
  let node: unknown = contents
  let start = 0
  for (const step of at) {
    const pair =
      isMap(node) && !node.flow
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
        : undefined
    if (!isScalar(pair?.key) || !pair.key.range)
      throw new Error(`${at.join(' › ')} is not written in YAML's block style`)
    start = lineStart(text, pair.key.range[0])
    node = pair.value
  }
  const valueEnd = (node as Node).range?.[1] ?? text.length
  const last = text.slice(0, valueEnd).trimEnd().length
  const lineEnd = text.indexOf('\n', last)
  return [start, lineEnd < 0 ? text.length : lineEnd + 1]
}

/** The keys that lead to what stands in a line of a YAML file, the last one that begins there. */
export function pathAt(text: string, line: number): string[] {
  const lines = new LineCounter()
  let found: string[] = []
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair: (_, { key }, path) => {
      if (!isScalar(key) || !key.range || lines.linePos(key.range[0]).line > line)
        return visit.BREAK
      const above = path.flatMap((each) => (isPair(each) ? [String(each.key)] : []))
      found = [...above, String(key.value)]
    },
  })
  return found
}
