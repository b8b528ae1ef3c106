import type { ListedPage } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import { inXml } from '../html.ts'
import type { Visit } from '../visit.ts'

/** The pages that have changed last, as an Atom feed (RFC 4287). */
export function feedOf({ origin, name }: Visit, pages: readonly ListedPage[]): string {
  const at = (pages[0]?.updated_at ?? new Date(0)).toISOString()
  const home = escaped(`${origin}/know`)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${home}</id>
<title>${inXml(name)}: changes of the knowledge base</title>
<updated>${at}</updated>
<author><name>${inXml(name)}</name></author>
<link rel="self" type="application/atom+xml" href="${home}/feed.atom"/>
<link rel="alternate" type="text/html" href="${home}"/>
${pages.map((page) => entryOf(home, page)).join('\n')}
</feed>
`
}

// Its id stays when a page is renamed.
const entryOf = (home: string, { id, slug, title, tags, updated_at: at }: ListedPage): string =>
  `<entry><id>${home}?page=${id}</id><title>${inXml(title)}</title><updated>${at.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${home}/${slug}"/>${tags.map((tag) => `<category term="${inXml(tag)}"/>`).join('')}</entry>`

/** A part of the site map (sitemaps.org, 0.9). */
export const siteMapOf = (
  { origin }: Visit,
  places: readonly { slug: string; updated_at: Date }[],
): string => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.map(({ slug, updated_at: at }) => `<url><loc>${escaped(origin)}/know/${slug}</loc><lastmod>${at.toISOString()}</lastmod></url>`).join('\n')}
</urlset>
`

/** The list of the site map's parts, each named by its first id. */
export const siteMapIndexOf = ({ origin }: Visit, parts: readonly number[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map((id) => `<sitemap><loc>${escaped(origin)}/know/sitemap-${id}.xml</loc></sitemap>`).join('\n')}
</sitemapindex>
`
