import { framed } from './frame.ts'
import type { Visit } from './visit.ts'

/** Told to readers who are not signed in. No page has a form for it: `mobieus sign-in` prints the link. */
export const SIGN_IN = 'Those who run this community give you a link that signs you in.'

/** Told to a member whose form did not end the session. */
export const stillSignedIn = (visit: Visit): string =>
  framed(visit, {
    ...{ title: 'You are still signed in', path: '/know', isIndexed: false },
    content: `<h1>You are still signed in</h1>
<p role="alert">The page was open for too long, or the form came from elsewhere. Load the page again, and sign out
there.</p>
<p><a href="/know">All changes</a></p>`,
  })
