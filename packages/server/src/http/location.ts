import type { OperationRow } from '@mobieus/contract'

type Locate = (body: unknown) => string

/**
 * How the path of what an operation created follows from the answer's body, by the contract's `self`
 * link; `undefined` where there is none. A caller who came by an alias is sent on below that alias, where
 * there is such a path. Templates are split once, not for each answer.
 */
export function createLocator(
  row: OperationRow,
  operations: Readonly<Record<string, OperationRow>>,
): ((template: string, body: unknown) => string) | undefined {
  const { location } = row
  if (!location) return undefined
  const known: readonly string[] = operations[location.operation]?.aliases ?? []
  const locate = new Map<string, Locate>()
  for (const template of [row.path, ...row.aliases]) {
    const moved = movedAs(row.path, template, location.path)
    const path = moved !== undefined && known.includes(moved) ? moved : location.path
    locate.set(template, filled(path, location.parameters))
  }
  return (template, body) => (locate.get(template) as Locate)(body)
}

/** The path that is to `target` what `to` is to `from`, where they differ in how they begin. */
function movedAs(from: string, to: string, target: string): string | undefined {
  const [before, after] = [from.split('/'), to.split('/')]
  while (before.length > 1 && after.length > 1 && before.at(-1) === after.at(-1)) {
    before.pop()
    after.pop()
  }
  const [begins, instead] = [before.join('/'), after.join('/')]
  return target.startsWith(`${begins}/`) ? instead + target.slice(begins.length) : undefined
}

function filled(path: string, parameters: Readonly<Record<string, string>>): Locate {
  // Every second piece is a parameter's name; the others are text.
  const pieces = path
    .split(/\{([^}]+)\}/)
    .map((piece, i) => (i % 2 === 0 ? piece : (parameters[piece]?.split('.') ?? [])))
  return (body) => {
    let path = ''
    for (const piece of pieces)
      path += typeof piece === 'string' ? piece : encodeURIComponent(find(body, piece))
    return path
  }
}

function find(body: unknown, steps: readonly string[]): string {
  let at = body
  for (const step of steps) at = (at as Record<string, unknown> | undefined)?.[step]
  return String(at)
}
