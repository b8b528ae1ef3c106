/** Told to readers who are not signed in. No page has a form for it: `mobieus sign-in` prints the link. */
export const SIGN_IN = 'Those who run this community give you a link that signs you in.'

/** Told to a member whose form did not end the session, as HTML. */
export const STILL_SIGNED_IN = `<h1>You are still signed in</h1>
<p role="alert">The page was open for too long, or the form came from elsewhere. Load the page again, and sign out
there.</p>`
