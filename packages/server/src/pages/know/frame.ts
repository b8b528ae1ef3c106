import { escaped } from '@mobieus/domain/kit'
import { signOutForm } from './sign-out.ts'
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
  /** False keeps the page out of search engines. */
  readonly isIndexed?: boolean
}

/** A whole page in the look of the wiki. It runs no script, and loads nothing of another host. */
export function framed(visit: Visit, page: Framed): string {
  const { origin, name, isOpen, stylePath } = visit
  const { title, path, content, description, changedAt, asked = '', isIndexed = true } = page
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
${changedAt ? `<meta property="article:modified_time" content="${changedAt.toISOString()}">\n` : ''}<link rel="alternate" type="application/atom+xml" title="Changes" href="/know/feed.atom">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/know">${escaped(name)} · mobieusKnow</a>
<nav aria-label="Wiki"><a href="/know/index">All pages</a></nav>
<form role="search" action="/know/search"><input type="search" name="q" value="${escaped(asked)}" aria-label="Search the wiki" maxlength="200"><button>Search</button></form>
${signOutForm(visit)}</header>
<main id="main">
${content}
</main>
</body>
</html>
`
}
