import type { OperationRow } from '@mobieus/contract'

/**
 * How the path of what an operation created follows from the answer's body, by the contract's
 * `self` link; `undefined` where there is none. The template is split once, not for each answer.
 */
export function createLocator({ location }: OperationRow): ((body: unknown) => string) | undefined {
  if (!location) return undefined
  // Every second piece is a parameter's name; the others are text.
  const pieces = location.path
    .split(/\{([^}]+)\}/)
    .map((piece, i) => (i % 2 === 0 ? piece : (location.parameters[piece]?.split('.') ?? [])))
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
