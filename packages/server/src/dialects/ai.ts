import type { Dialect } from './dialect.ts'
import { envelope } from './envelope.ts'

/**
 * Hooks that ask a model: `{"ok": true, …}`, and `{"ok": false, "error": "…"}` where the contract gives a
 * code the status 200, because the request itself was in order and only the model gave no answer. What the
 * request does wrong, and who may not call, is told as everywhere.
 */
export const ai: Dialect = {
  failure(problem, asked) {
    const { status, code, facts } = problem
    if (status >= 400) return envelope.failure(problem, asked)
    const type = 'application/json; charset=utf-8'
    return { status, type, body: { ok: false, error: code, ...facts } }
  },
}
