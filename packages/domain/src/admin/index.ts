import type { Handlers } from '../context.ts'
import * as apiKeys from './api-keys.ts'
import * as auditLog from './audit-log.ts'
import * as session from './session.ts'

export const admin = { ...apiKeys, ...auditLog, ...session } satisfies Handlers<'admin'>
