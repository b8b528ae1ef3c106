import { escaped } from '@mobieus/domain/kit'
import { SIGN_IN } from './sign-in.ts'
import type { Visit } from './visit.ts'

/** The parts of one page. `content`, `head` and nothing else are HTML. */
export interface Framed {
  readonly title: string
  /** The path below the host, as search engines shall know it. */
  readonly path: string
  readonly content: string
  readonly description?: string
  /** The time of the last change of an article. */
  readonly changedAt?: Date
  /** The text in the search field. */
  readonly asked?: string
  readonly head?: string
  /** False keeps the page out of search engines. */
  readonly isIndexed?: boolean
}

/** The look of a surface's pages. `head` and `top` are HTML. */
interface Look {
  readonly stylePath: string
  readonly head?: string
  /** The bar above every page. */
  readonly top: string
}

/** A whole page. It runs no script, and loads nothing of another host. */
export function documentOf({ origin, name, isOpen }: Visit, page: Framed, look: Look): string {
  const { title, path, content, description, changedAt, isIndexed = true } = page
  const head = (look.head ?? '') + (page.head ?? '')
  const url = escaped(origin + path)
  const said = escaped(description ?? '')
  const type = changedAt ? 'article' : 'website'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · ${escaped(name)}</title>
${said ? `<meta name="description" content="${said}">\n<meta property="og:description" content="${said}">\n` : ''}${
    isIndexed && isOpen
      ? `<link rel="canonical" href="${url}">`
      : '<meta name="robots" content="noindex">'
  }
<meta property="og:title" content="${escaped(title)}">
<meta property="og:type" content="${type}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${escaped(name)}">
${changedAt ? `<meta property="article:modified_time" content="${changedAt.toISOString()}">\n` : ''}${head}<link rel="stylesheet" href="${look.stylePath}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
${look.top}
</header>
<main id="main">
${content}
</main>
</body>
</html>
`
}

/** Told where only members may read: neither which pages there are, nor how many. */
export const closedDocument = (stylePath: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>For members only</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<main id="main">
<h1>For members only</h1>
<p>Sign in first. ${SIGN_IN}</p>
</main>
</body>
</html>
`
