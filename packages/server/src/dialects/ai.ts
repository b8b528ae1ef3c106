import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'

/**
 * The dialect of hooks that ask a model: `{"ok": true, …}`, and `{"ok": false, "error": "…"}` where the
 * contract gives a code the status 200. There the request itself was in order, and only the model gave
 * no answer. Faults of the request and refused callers get the envelope.
 */
export const ai: Dialect = {
  failure(problem, asked) {
    const { status, code, facts } = problem
    if (status >= 400) return envelope.failure(problem, asked)
    const type = 'application/json; charset=utf-8'
    return { status, type, body: { ok: false, error: code, ...facts } }
  },
}
