import { escaped } from '@mobieus/domain/kit'
import type { Visit } from './visit.ts'

/** The form that signs a member out; empty where nobody is signed in. */
export const signOutForm = ({ session }: Pick<Visit, 'session'>): string =>
  session
    ? `<form class="out" method="post" action="/know/sign-out"><input type="hidden" name="csrf" value="${escaped(session.csrfToken)}"><button>Sign out</button></form>\n`
    : ''
