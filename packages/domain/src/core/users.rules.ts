import { conflict } from '../kit/problem.ts'

const fields: Readonly<Record<string, string>> = {
  users_tenant_id_username_key_key: 'username',
  users_tenant_id_email_key_key: 'email',
}

const UNIQUE_VIOLATION = '23505'

/** Translates the one database error that a registration may meet: the name or address is taken. */
export function rejectTaken(error: { code?: string; constraint?: string }): never {
  const field = error.code === UNIQUE_VIOLATION && fields[error.constraint ?? '']
  if (field) throw conflict(`The ${field} is taken.`, field)
  throw error
}
