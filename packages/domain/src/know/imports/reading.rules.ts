import { isAlias, parseDocument, visit } from 'yaml'
import { validators, type SchemaFault } from '@mobieus/contract/artifacts'
import { invalidField } from '../../kit/problem.ts'
import { FORMAT } from '../files/front-matter.rules.ts'
import { plainSlugOf, slugOfPath, titleIn, titleOfPath } from './names.rules.ts'

/** A page as a file tells it. */
export interface ReadPage {
  /** The slug that the file names; `undefined` where its path gives one. */
  readonly slug: string | undefined
  readonly title: string
  /** `undefined` leaves a page the tags that it has. */
  readonly tags: string[] | undefined
  readonly former_slugs: readonly string[]
  readonly content_markdown: string
  /** Whether links to other files of the zip become links to pages. */
  readonly rewrites: boolean
}

const MOST_FRONT = 32 * 1024
const MOST_FORMER = 100
const FRONT = /(?<![^])---[ \t]*\r?\n([^]*?)^---[ \t]*(?:\r?\n|(?![^]))/m

/**
 * Reads a file as a page. Front matter is a mapping in YAML, whose values are texts whatever they look like. Only title,
 * slug, tags and former slugs count. A fault is thrown as a request's.
 */
export function readPage(path: string, bytes: Buffer): ReadPage {
  const file = decoded(bytes)
  const [whole, yaml] = file.startsWith('---') ? (FRONT.exec(file) ?? []) : []
  const front = yaml === undefined ? {} : frontOf(yaml)
  const content_markdown = whole === undefined ? file : file.slice(whole.length)
  const page = {
    slug: slugIn(front),
    title: titleIn(front, content_markdown) ?? titleOfPath(path),
    tags: listIn(front, 'tags'),
    former_slugs: listIn(front, 'former_slugs') ?? [],
    content_markdown,
    rewrites: front.format !== FORMAT,
  }
  requirePage(page, path)
  return page
}

function decoded(bytes: Buffer): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalidField('file', 'not_utf8', 'is no text in UTF-8')
  }
  if (text.includes('\0')) throw invalidField('file', 'character', 'has the character U+0000')
  return text
}

type Front = Readonly<Record<string, unknown>>

function frontOf(yaml: string): Front {
  if (yaml.length > MOST_FRONT) throw wrongFront('too_large', 'has more than 32 KiB')
  const [front, fault] = parsed(yaml)
  if (fault !== undefined) throw wrongFront('yaml', fault)
  if (front === null || front === '') return {}
  if (typeof front !== 'object' || Array.isArray(front))
    throw wrongFront('no_mapping', 'is no mapping of names to values')
  return { ...front }
}

function parsed(yaml: string): readonly [unknown, string?] {
  try {
    const document = parseDocument(yaml, {
      ...{ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', prettyErrors: false },
    })
    const [error] = document.errors
    if (error) return [undefined, `is no YAML: ${error.message.slice(0, 200)}`]
    let aliases = 0
    visit(document, (_, node) => void (isAlias(node) && aliases++))
    if (aliases > 0) return [undefined, 'has aliases, which are not taken']
    return [document.toJS({ maxAliasCount: 0 })]
  } catch {
    return [undefined, 'is nested too deep']
  }
}

const wrongFront = (code: string, message: string) => invalidField('front_matter', code, message)

function slugIn({ slug }: Front): string | undefined {
  if (slug === undefined) return undefined
  if (typeof slug !== 'string') throw invalidField('slug', 'type', 'must be a text')
  return slug
}

/** A list of texts, which may be written as one with commas. */
function listIn(front: Front, name: 'tags' | 'former_slugs'): string[] | undefined {
  const value = front[name]
  if (value === undefined) return undefined
  const list = typeof value === 'string' ? value.split(',').map((each) => each.trim()) : value
  if (!Array.isArray(list) || list.some((each) => typeof each !== 'string'))
    throw invalidField(name, 'type', 'must be a list of texts')
  return (list as string[]).filter((each) => each !== '')
}

/** Holds a page against what a request that creates one may say. */
function requirePage(
  { slug, title, tags, former_slugs, content_markdown }: ReadPage,
  path: string,
) {
  const check = validators.createKnowPage?.body?.['application/json']
  const body = { slug: slug ?? slugOfPath(path), title, tags: tags ?? [], content_markdown }
  if (check && !check(body)) throw refused(check.errors?.[0])
  if (former_slugs.length > MOST_FORMER)
    throw invalidField('former_slugs', 'too_many', `are more than ${MOST_FORMER}`)
  const odd = former_slugs.find((each) => plainSlugOf(each) !== each)
  if (odd !== undefined) throw invalidField('former_slugs', 'pattern', 'has what is no slug')
}

const CODES: Readonly<Record<string, string>> = {
  ...{ maxLength: 'too_long', minLength: 'too_short', maxItems: 'too_many', line: 'character' },
}

function refused(fault: SchemaFault | undefined) {
  const { instancePath = '', keyword = '', message = 'is not valid' } = fault ?? {}
  return invalidField(instancePath.split('/')[1] ?? 'file', CODES[keyword] ?? keyword, message)
}
