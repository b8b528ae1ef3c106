import { describe, expect, test } from '@jest/globals'
import { readGuides } from '../../packages/cli/src/demo/guides.ts'
import { eventTypes, operations, type OperationRow } from '../../packages/contract/src/index.ts'
import { published } from '../../packages/contract/src/artifacts.ts'
import { linksOf, renderMarkdown } from '../../packages/domain/src/know/markdown/index.ts'

const guides = readGuides()
const rows = Object.values<OperationRow>(operations)
const scopes = new Set(
  rows.flatMap(({ security }) => security.flatMap((way) => Object.values(way).flat())),
)
const contract = published.json.toString()

test('there is a guide for each surface', () => {
  expect(guides.map(({ slug }) => slug)).toEqual([
    ...['api-events', 'api-helpdesk', 'api-inbound-email', 'api-knowledge', 'api-learn'],
    ...['api-overview', 'api-scim'],
  ])
})

describe.each(guides)('the guide $slug', ({ title, text }) => {
  test('names only operations of the contract', () => {
    const paths = [...text.matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/(?:api|scim)[^\s`?|]*)/g)]
    const called = [...text.matchAll(/curl (?:-X )?(POST|GET)? ?https:\/\/[^/]+(\/\S+)/g)]
    const named = [...paths, ...called].map(([, method = 'GET', path]) => `${method} ${path}`)
    const known = new Set(rows.map(({ method, path }) => `${method.toUpperCase()} ${path}`))
    expect(named.filter((each) => !known.has(each))).toEqual([])
  })

  test('names only scopes, event types and codes of the contract', () => {
    const words = [...text.matchAll(/`([a-z_]+(?:[:.][a-z_]+)+)`/g)].map(([, word = '']) => word)
    const scopeLike = words.filter((word) => word.includes(':'))
    expect(scopeLike.filter((word) => !scopes.has(word))).toEqual([])
    const eventLike = words.filter((word) => /^(?:ticket|post|user|page|moderation)\./.test(word))
    expect(eventLike.filter((word) => !(eventTypes as readonly string[]).includes(word))).toEqual(
      [],
    )
    const codes = [...text.matchAll(/`(?:\d{3} )?([a-z]+(?:_[a-z]+)+)`/g)].map(
      ([, code = '']) => code,
    )
    expect(codes.filter((code) => !contract.includes(code))).toEqual([])
  })

  test('leads only to guides that there are, and is whole', () => {
    const known = new Set(guides.map(({ slug }) => slug))
    expect(linksOf(text).filter((slug) => !known.has(slug))).toEqual([])
    expect(title).not.toBe('')
    expect(text.replaceAll(/```[^]*?```|`[^`]*`/g, '')).not.toContain('{{')
    expect(renderMarkdown(text).isPlain).toBe(false)
  })
})

test('the guide of events has every type of the contract', () => {
  const events = guides.find(({ slug }) => slug === 'api-events')?.text ?? ''
  expect(eventTypes.filter((type) => !events.includes(`| \`${type}\` |`))).toEqual([])
})
