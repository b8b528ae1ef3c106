import { conflict } from './problem.ts'

const UNIQUE_VIOLATION = '23505'

/**
 * Translates the violation of a unique constraint into `409 conflict`: the field of each constraint, by the
 * name that a migration gives it. Every other error passes as it is.
 */
export const takenAs =
  (fields: Readonly<Record<string, string>>) =>
  (error: { code?: string; constraint?: string }): never => {
    const field = error.code === UNIQUE_VIOLATION && fields[error.constraint ?? '']
    if (field) throw conflict(`The ${field} is taken.`, field)
    throw error
  }
