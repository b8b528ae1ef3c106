import { escaped } from '@mobieus/domain/kit'
import type { Request } from 'express'
import type { InnerCall } from '../inner-call.ts'
import type { Visit } from './visit.ts'

/** The form that signs a member out; empty where nobody is signed in. `base` is the path of the surface's pages. */
export const signOutForm = ({ session }: Pick<Visit, 'session'>, base: string): string =>
  session
    ? `\n<form class="out" method="post" action="${base}/sign-out"><input type="hidden" name="csrf" value="${escaped(session.csrfToken)}"><button>Sign out</button></form>`
    : ''

/** The end of the reader's session. */
export function signOutCall(req: Request): InnerCall {
  const { csrf } = (req.body ?? {}) as Readonly<Record<string, unknown>>
  const path = '/api/admin/session/delete'
  return { path, body: {}, csrf: typeof csrf === 'string' ? csrf : '' }
}
