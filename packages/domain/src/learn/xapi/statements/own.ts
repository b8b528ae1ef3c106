import type { Writing } from '../../../kit/context.ts'
import { storeVouched } from './writing.ts'

/** The tenant's learning system, which vouches for its own statements, and for those of units that it has launched. */
export const systemAuthority = (origin: string) => ({
  objectType: 'Agent',
  account: { homePage: `${origin}/learn`, name: 'learn' },
})

/** Keeps statements of the system's own; `origin` is the tenant's. */
export function storeOwn(
  ctx: Writing,
  statements: readonly object[],
  origin: string,
): Promise<string[]> {
  const text = JSON.stringify(statements)
  const received = { text, value: JSON.parse(text) as unknown, parts: [] }
  return storeVouched(ctx, received, '1.0.3', systemAuthority(origin))
}
