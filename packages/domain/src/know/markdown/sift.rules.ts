import sanitize from 'sanitize-html'
import { imageOf, targetOf } from './links.rules.ts'
import { OWN_CLASS, OWN_ID, OWN_LABEL } from './own.rules.ts'

/** HTML that is safe on a page, and the pages that its links lead to, each once. */
export interface Sifted {
  readonly html: string
  readonly links: readonly string[]
}

/**
 * Lets through what a text may have. `id`, `class`, `style` and `data-*` of the text are dropped (D-36), those of the
 * parser are put in their place.
 */
export function sift(unsafe: string): Sifted {
  const links = new Set<string>()
  const html = sanitize(unsafe, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['id', 'class', 'aria-label', 'title', 'dir', 'lang'],
      a: ['href', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      ol: ['start', 'reversed'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      details: ['open'],
      input: ['type', 'disabled', 'checked'],
      pre: ['tabindex'],
      div: ['role', 'tabindex'],
    },
    // Each address is judged by its element, with what browsers make of it.
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'xmp'],
    nestingLimit: 100,
    // Each element's own is called first, then the one for all.
    transformTags: {
      img: (_, given) => imageFor(given),
      '*': (tagName, given) => ({
        tagName: tagName === 'input' && !(OWN_LABEL in given) ? 'unknown' : levelled(tagName),
        attribs: attributesOf(tagName, given, links),
      }),
    },
  })
  return { html, links: [...links] }
}

const TAGS = [
  ...[
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'br',
    'hr',
    'blockquote',
    'pre',
    'div',
    'section',
    'figure',
  ],
  ...['figcaption', 'details', 'summary', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption'],
  ...[
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'a',
    'img',
    'input',
    'span',
    'strong',
    'b',
    'em',
  ],
  ...['i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'kbd', 'code', 'samp', 'var'],
  ...['abbr', 'cite', 'q', 'dfn', 'wbr', 'bdi', 'bdo', 'ruby', 'rt', 'rp'],
]

type Attributes = Record<string, string>

/** The page's title is its only heading of level 1. */
const levelled = (tag: string): string => (tag === 'h1' ? 'h2' : tag)

function attributesOf(tag: string, given: Attributes, links: Set<string>): Attributes {
  if (tag === 'a') return linkOf(given, links)
  if (tag === 'input') return boxFor(given)
  // An element that scrolls is reached by the keyboard.
  if (tag === 'pre') return { ...kept(given), tabindex: '0' }
  return given[OWN_CLASS] === 'table'
    ? { ...kept(given), role: 'group', tabindex: '0' }
    : kept(given)
}

const TAKEN = new Set(['id', 'class', 'aria-label', 'role', 'tabindex', 'rel', 'target'])

/** The attributes without those that are ours to give. */
const kept = (given: Attributes): Attributes =>
  defined({
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !TAKEN.has(name))),
    ...{ id: given[OWN_ID], class: given[OWN_CLASS], 'aria-label': given[OWN_LABEL] },
  })

const defined = (values: Readonly<Record<string, string | undefined>>): Attributes =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Attributes

const EXTERNAL = 'noopener nofollow ugc'

function linkOf(given: Attributes, links: Set<string>): Attributes {
  const { href, ...rest } = kept(given)
  if (href === undefined) return rest
  // A link of ours leads to an id of ours.
  if (OWN_LABEL in given) return { ...rest, href }
  const target = targetOf(href)
  if (!target) return rest
  if (target.slug !== undefined) links.add(target.slug)
  return defined({ ...rest, href: target.href, rel: target.isExternal ? EXTERNAL : undefined })
}

const SIZE = /^\d{1,4}$/

/** An image of this host, or a link to one elsewhere: loading that would tell its host who reads. */
function imageFor(given: Attributes): sanitize.Tag {
  const { src = '', alt = '', title, width, height } = given
  const image = imageOf(src)
  if (!image) return { tagName: 'span', attribs: defined({ title }), text: alt }
  if ('elsewhere' in image) {
    const text = alt || image.elsewhere
    return { tagName: 'a', attribs: defined({ title, href: image.elsewhere }), text }
  }
  const sized = (size = '') => (SIZE.test(size) ? size : undefined)
  const sizes = { width: sized(width), height: sized(height) }
  return { tagName: 'img', attribs: defined({ ...image, title, ...sizes, alt, loading: 'lazy' }) }
}

const boxFor = (given: Attributes): Attributes =>
  defined({
    ...{ type: 'checkbox', disabled: '', 'aria-label': given[OWN_LABEL] },
    checked: 'checked' in given ? '' : undefined,
  })
