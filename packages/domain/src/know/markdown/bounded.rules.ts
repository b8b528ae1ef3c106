import { createContext, Script } from 'node:vm'

/**
 * A context without anything of its own. Only here for its time limit, which ends loops and regular expressions alike;
 * the work runs in the context that made it.
 */
const CONTEXT = createContext({ work: undefined as (() => void) | undefined })
const RUN = new Script('work()')

/** The result of work that waits for nothing, or `undefined` where it takes longer than `ms`, or nests too deep. */
export function within<T>(ms: number, work: () => T): T | undefined {
  let result: T | undefined
  CONTEXT.work = () => {
    result = work()
  }
  try {
    RUN.runInContext(CONTEXT, { timeout: ms })
    return result
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' || error instanceof RangeError) return undefined
    throw error
  } finally {
    CONTEXT.work = undefined
  }
}
