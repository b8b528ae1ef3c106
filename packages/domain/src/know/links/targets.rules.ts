import { isSlug } from '../pages/slugs.rules.ts'

/** So many pages that a text links to are kept. */
const MOST = 1000
const CODE =
  /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)[^`\n]*\2(?!`)/gm
const LINK =
  /\]\(\s{0,9}<?(?:\/know\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#][^\s)>]{0,500})?>?(?:\s[^)\n]{0,300})?\)|^ {0,3}\[[^\]\n]{1,500}\]:\s{0,9}<?\/know\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?(?:[?#]\S{0,500})?>?[ \t]{0,9}$/gm
/** The beginning of an image, which is no link. */
const IMAGE = /!\[[^\]\n]{0,300}\]\(/g

/**
 * The slugs of the pages that a text in Markdown links to, each once, in their order. Code has no links. It is found by
 * expressions and no parser, so that a text of any make costs no more than its length.
 */
export function targetsOf(markdown: string): string[] {
  const slugs = new Set<string>()
  for (const [, inline, defined] of markdown
    .replace(CODE, ' ')
    .replace(IMAGE, ' ')
    .matchAll(LINK)) {
    const slug = (inline ?? defined) as string
    if (slugs.size < MOST && isSlug(slug)) slugs.add(slug)
  }
  return [...slugs]
}
