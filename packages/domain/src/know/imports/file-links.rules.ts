/** A run of code, or the target of a link: in parentheses, or of a reference's definition. */
const CODE = String.raw`^ {0,3}(?<fence>\x60{3,}|~{3,})[^]*?(?:^ {0,3}\k<fence>[\x60~]*[ \t]*$|(?![^]))|(?<!\x60)(?<tick>\x60+)(?!\x60)[^\x60\n]*\k<tick>(?!\x60)`
const INLINE = String.raw`(?<inline>\]\([ \t]{0,9})(?<target><[^<>\n]{1,1000}>|[^\s()<>]{1,1000})`
const DEFINED = String.raw`(?<defined>^ {0,3}\[[^\]\n]{1,500}\]:[ \t]{0,9})(?<place><[^<>\n]{1,1000}>|[^\s<>]{1,1000})`
const PARTS = new RegExp(`${CODE}|${INLINE}|${DEFINED}`, 'gm')

/** A link of a file to another one. */
interface FileLink {
  /** The path of the other one in the zip. */
  readonly path: string
  /** From `#` on; empty without one. */
  readonly fragment: string
}

/** The file that a target leads to, seen from another one; `undefined` where it leads elsewhere. */
export function fileLinkOf(from: string, written: string): FileLink | undefined {
  const bare = written.replace(/^<(.*)>$/, '$1')
  const [, place = '', fragment = ''] = /^([^#?]*)(?:\?[^#]*)?(#.*)?$/.exec(bare) ?? []
  if (!/\.(?:md|markdown)$/i.test(place) || /^[a-z][a-z0-9+.-]*:|^\//i.test(place)) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of plain(place).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return { path: parts.join('/'), fragment }
}

function plain(place: string): string {
  try {
    return decodeURIComponent(place)
  } catch {
    return place
  }
}

/** The paths of the files that a text links to, each once. */
export function linkedPaths(from: string, text: string): string[] {
  const paths = new Set<string>()
  rewritten(from, text, (path) => void paths.add(path))
  return [...paths]
}

/** A text whose links to files lead to the pages that these become; all else stays as it is written. */
export const rewritten = (
  from: string,
  text: string,
  slugOf: (path: string) => string | undefined | void,
): string =>
  text.replaceAll(PARTS, (whole: string, ...matched: unknown[]) => {
    const groups = matched.at(-1) as Record<string, string | undefined>
    const target = groups.target ?? groups.place
    const link = target === undefined ? undefined : fileLinkOf(from, target)
    const slug = link && slugOf(link.path)
    return slug ? `${groups.inline ?? groups.defined}/know/${slug}${link.fragment}` : whole
  })
