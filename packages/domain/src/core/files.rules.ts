import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'

const NAME_LENGTH = 150

/**
 * A name as it may be offered for saving: without a path, control characters, marks that turn the
 * direction of writing around, and dots or blanks at its ends; its extension survives shortening.
 */
export function safeName(name: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const extension = path.extname(base).slice(0, 20)
  const stem = base.slice(0, base.length - path.extname(base).length)
  const short = [...stem].slice(0, NAME_LENGTH - extension.length).join('')
  return `${short}${extension}` || 'file'
}

/** What is dangerous when it is taken for something else. */
interface Disguisable {
  readonly mime: RegExp
  readonly extensions: RegExp
  readonly declared: RegExp
}

const MARKUP: Disguisable = {
  mime: /^(?:text\/html|image\/svg\+xml|application\/xml|text\/xml)$/,
  extensions: /^\.(?:html?|xhtml|svg|xml|rss|atom|xsl|plist|gpx|kml)$/,
  declared: /html|xml/,
}
const PROGRAM: Disguisable = {
  mime: /x-msdownload|x-elf|x-mach|java-vm|x-sharedlib|wasm|x-sh|x-msi|x-dosexec|x-ms-shortcut/,
  extensions: /^\.(?:exe|dll|com|scr|sys|msi|bin|so|o|elf|dylib|class|wasm|sh|bash|py|pl|rb|lnk)$/,
  declared:
    /msdownload|executable|x-sh|script|x-python|x-perl|x-ruby|x-elf|mach|java|wasm|msi|dosexec/,
}

const ANYTHING = /^(?:|application\/octet-stream|binary\/octet-stream)$/
const TAG =
  /^(?:<!--.*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+(?:html|svg)|html|head|body|script|iframe|svg|meta|style|title|object|embed|form|img|a|div|p|table|h1|br|b)[\s/>]/is

/** What the first bytes of a file say it is; text that says nothing is `text/plain`. */
export async function typeOf(head: Uint8Array): Promise<string> {
  const text = new TextDecoder('latin1').decode(head)
  const marked = textOf(head).replace(/^\uFEFF/, '')
  if (TAG.test(marked)) return /<svg[\s>]/i.test(marked) ? 'image/svg+xml' : 'text/html'
  if (text.startsWith('#!')) return 'text/x-shellscript'
  const found = await fileTypeFromBuffer(head)
  if (found) return found.mime
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

/** UTF-16 is text, too, and browsers read it as such. */
function textOf(head: Uint8Array): string {
  const [first, second] = head
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(head)
}

const isText = (head: Uint8Array) =>
  !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))

/** Whether a page or a program goes by a name or a declared type that belongs to something else. */
export function isDisguised(mime: string, name: string, declared: string): boolean {
  const kind = [MARKUP, PROGRAM].find((each) => each.mime.test(mime))
  if (!kind) return false
  const extension = path.extname(name).toLowerCase()
  const saysSo = ANYTHING.test(declared) || kind.declared.test(declared)
  return !kind.extensions.test(extension) || !saysSo
}
