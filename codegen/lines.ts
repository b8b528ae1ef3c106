import { isMap, isScalar, type Document, type Node } from 'yaml'

/**
 * The lines of an entry of a YAML file: from the beginning of the line of its key to the end of the last
 * line of its value.
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
    start = text.lastIndexOf('\n', pair.key.range[0] - 1) + 1
    node = pair.value
  }
  const valueEnd = (node as Node).range?.[1] ?? text.length
  const last = text.slice(0, valueEnd).trimEnd().length
  const lineEnd = text.indexOf('\n', last)
  return [start, lineEnd < 0 ? text.length : lineEnd + 1]
}
