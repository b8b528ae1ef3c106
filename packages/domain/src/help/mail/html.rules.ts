import { convert } from 'html-to-text'
import sanitize from 'sanitize-html'
import { bodyText } from './text.rules.ts'

const LAYOUT = ['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'div', 'span', 'p']
const WORDS = ['b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'code', 'pre', 'br', 'hr']
const BLOCKS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
]
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i
const DROPPED_WITH_TEXT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'head',
  'title',
  'template',
]

/** The address at which a picture of the mail itself can be seen, by its Content-ID; `undefined` where it has none. */
export type PictureUrl = (contentId: string) => string | undefined

/**
 * HTML of a mail as a page may show it. It has no scripts, handlers, styles and forms, and nothing that the sender
 * hid. Its links lead out of the page. Pictures from elsewhere are left out: loading one tells the sender that the
 * mail was read. Those of the mail itself stay where `pictureUrl` knows them, and remote ones where they are asked for.
 */
export const safeHtml = (
  html: string,
  pictureUrl: PictureUrl = () => undefined,
  showsRemote = false,
): string =>
  sanitize(html, {
    allowedTags: [...LAYOUT, ...WORDS, ...BLOCKS, 'a', 'img'],
    allowedAttributes: {
      a: ['href', 'title', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonTextTags: DROPPED_WITH_TEXT,
    nestingLimit: 100,
    transformTags: {
      a: (tagName, attribs) => ({
        tagName,
        attribs: { ...attribs, rel: 'noopener noreferrer nofollow', target: '_blank' },
      }),
      img: (tagName, { src = '', ...rest }) => {
        const cid = /^cid:(.+)$/i.exec(src.trim())?.[1]
        const shown = cid === undefined ? undefined : pictureUrl(decoded(cid))
        const remote = showsRemote && isRemote(src) ? src.trim() : undefined
        return { tagName, attribs: { ...rest, src: shown ?? remote ?? '' } }
      },
    },
    exclusiveFilter: ({ tag, attribs }) =>
      (tag === 'img' && !attribs.src) ||
      attribs.hidden !== undefined ||
      HIDDEN.test(attribs.style ?? ''),
  }).trim()

const isRemote = (src: string): boolean => /^https?:\/\//i.test(src.trim())

/** Whether HTML of a mail has pictures from elsewhere that can be shown. */
export const hasRemotePictures = (html: string): boolean =>
  safeHtml(html, undefined, true) !== safeHtml(html)

/** The text of an HTML mail, as it would be read: paragraphs apart, links by their words, no pictures. */
export const textOfHtml = (html: string): string =>
  bodyText(
    convert(safeHtml(html), {
      wordwrap: false,
      limits: { maxInputLength: 2_000_000, maxDepth: 100 },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
          selector,
          options: { uppercase: false },
        })),
        { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      ],
    }),
  ).trim()

function decoded(cid: string): string {
  try {
    return decodeURIComponent(cid)
  } catch {
    return cid
  }
}
