import { Problem, type FieldFault } from '@mobieus/contract'
import { problem } from './problem.ts'

/**
 * Waits for several look-ups that a request asks for; sent at once, they travel in one trip. Faults that
 * several of them find in the body are told together, as one `validation_failed`. They come before any
 * other refusal of a look-up, and after an error.
 */
export async function together<const T extends readonly unknown[]>(
  lookUps: T,
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  try {
    return await Promise.all(lookUps)
  } catch {
    throw reasonOf(await Promise.allSettled(lookUps))
  }
}

function reasonOf(results: readonly PromiseSettledResult<unknown>[]): unknown {
  const reasons = results.flatMap((each): unknown[] =>
    each.status === 'rejected' ? [each.reason] : [],
  )
  const error = reasons.find((each) => !(each instanceof Problem))
  if (error) return error
  const refusals = reasons as Problem[]
  const faulty = refusals.filter(({ code }) => code === 'validation_failed')
  const details = faulty.flatMap((each): readonly FieldFault[] => each.details ?? [])
  if (details.length < 2) return faulty[0] ?? refusals[0]
  const message = `The body has ${details.length} faults, listed in details.`
  return problem('validation_failed', message, { details })
}
