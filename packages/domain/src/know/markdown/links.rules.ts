import { isSlug } from '../pages/slugs.rules.ts'
import { idOfFragment } from './headings.rules.ts'

/** The place of pages, as links name them. */
const PAGES = '/know/'
/** An address of this host, for reading relative ones; never shown. */
const HOST = 'https://host.invalid'

/** A link's address as it is shown. */
export interface Target {
  readonly href: string
  readonly isExternal: boolean
  /** The page that it leads to, where it leads to one. */
  readonly slug?: string
}

/** The target of a link of a text; none where its scheme could run something, or is unknown. */
export function targetOf(written: string): Target | undefined {
  // Browsers skip these within an address (WHATWG URL, 4.4).
  const address = written.replaceAll(/[\u0000-\u0020\u007f-\u009f]/g, '')
  const url = URL.canParse(address, HOST + PAGES) ? new URL(address, HOST + PAGES) : undefined
  if (!url) return undefined
  if (url.protocol === 'mailto:' || url.protocol === 'tel:')
    return { href: url.href, isExternal: false }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  if (url.origin !== HOST || /^https?:/i.test(address)) return { href: url.href, isExternal: true }
  return ownTarget(url, address)
}

function ownTarget(url: URL, address: string): Target {
  const slug = slugOf(url.pathname)
  if (address.startsWith('#')) return { href: fragmentOf(url.hash), isExternal: false }
  if (slug === undefined) return { href: url.pathname + url.search + url.hash, isExternal: false }
  return { href: PAGES + slug + url.search + fragmentOf(url.hash), isExternal: false, slug }
}

const fragmentOf = (hash: string): string =>
  hash.length > 1 ? `#${encodeURIComponent(idOfFragment(hash.slice(1)))}` : hash

/** The slug in the path of a page, or of its history. */
function slugOf(path: string): string | undefined {
  if (!path.startsWith(PAGES)) return undefined
  const slug = path.slice(PAGES.length)
  return isSlug(slug) ? slug : undefined
}

/** Raster images within a text; SVG is none, because it is a document. */
const EMBEDDED = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]+$/i

/** The address of an image that is shown; one of another host is `elsewhere`, and is not loaded. */
export function imageOf(written: string): { src: string } | { elsewhere: string } | undefined {
  const address = written.trim()
  if (EMBEDDED.test(address)) return { src: address }
  const target = targetOf(address)
  if (!target || /^(?:mailto|tel):/.test(target.href)) return undefined
  return target.isExternal ? { elsewhere: target.href } : { src: target.href }
}
