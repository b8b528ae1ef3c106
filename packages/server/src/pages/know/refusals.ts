import { framed } from './frame.ts'
import { SIGN_IN } from './sign-in.ts'
import { STYLE_PATH } from './style.ts'
import type { Visit } from './visit.ts'

/** A page that there is not. */
export const missingPage = (visit: Visit): string =>
  framed(visit, {
    title: 'There is no such page',
    path: '/know',
    isIndexed: false,
    content: `<h1>There is no such page</h1>
<p>It may have been deleted, or never written. <a href="/know/index">All pages</a> are listed, and the field above
searches them.</p>`,
  })

/** Told where only members may read: neither which pages there are, nor how many. */
export const CLOSED = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>For members only</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main id="main">
<h1>For members only</h1>
<p>Sign in first. ${SIGN_IN}</p>
</main>
</body>
</html>
`
