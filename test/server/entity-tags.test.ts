import { describe, expect, test } from '@jest/globals'
import { holdsIfMatch, holdsIfNoneMatch, parseTags } from '@mobieus/contract'
import { conditionsOf, requireMatch } from '@mobieus/domain/kit'

/** Conditions on entity tags, as RFC 9110 (8.8.3, 13.1) has them. */

test.each([
  ['"a"', ['"a"']],
  ['W/"a", "b"', ['W/"a"', '"b"']],
  ['"a,b" ,, "c d"', undefined],
  ['"a,b" ,, "c"', ['"a,b"', '"c"']],
  ['""', ['""']],
  [' * ', '*'],
  ['a', undefined],
  ['"a" "b"', undefined],
  ['w/"a"', undefined],
  ['*, "a"', undefined],
  ['', undefined],
])('%j lists %j', (header, tags) => {
  expect(parseTags(header)).toEqual(tags)
})

describe('If-Match, compared strongly', () => {
  test.each([
    ['"a"', '"a"', true],
    ['"b", "a"', '"a"', true],
    ['"b"', '"a"', false],
    ['W/"a"', '"a"', false],
    ['"a"', 'W/"a"', false],
    ['W/"a"', 'W/"a"', false],
    ['*', 'W/"a"', true],
    ['*', undefined, false],
    ['"a"', undefined, false],
    ['a', '"a"', false],
  ])('%s against %s: %s', (header, current, holds) => {
    expect(holdsIfMatch(header, current)).toBe(holds)
  })
  test('compared weakly where the tags given out are weak', () => {
    expect(holdsIfMatch('W/"a"', 'W/"a"', 'weakly')).toBe(true)
    expect(holdsIfMatch('"a"', 'W/"a"', 'weakly')).toBe(true)
    expect(holdsIfMatch('W/"b"', 'W/"a"', 'weakly')).toBe(false)
  })
})

describe('If-None-Match, compared weakly', () => {
  test.each([
    ['"a"', '"a"', false],
    ['W/"a"', '"a"', false],
    ['"b", W/"c"', '"a"', true],
    ['*', '"a"', false],
    ['*', undefined, true],
    ['"a"', undefined, true],
    ['a', '"a"', true],
  ])('%s against %s: %s', (header, current, holds) => {
    expect(holdsIfNoneMatch(header, current)).toBe(holds)
  })
})

describe('a write', () => {
  const write = (header: Record<string, string>, current: string | undefined) => {
    const ctx = { conditions: conditionsOf(header) }
    requireMatch(ctx, current)
    return ctx.conditions?.held
  }
  test('without conditions is held against nothing', () => {
    expect(write({}, '"a"')).toBeUndefined()
  })
  test('with one that holds goes on, and is known to have been held', () => {
    expect(write({ 'if-match': '"a"' }, '"a"')).toBe(true)
    expect(write({ 'if-none-match': '*' }, undefined)).toBe(true)
  })
  test.each([
    [{ 'if-match': '"b"' }, '"a"'],
    [{ 'if-match': '*' }, undefined],
    [{ 'if-none-match': '*' }, '"a"'],
    [{ 'if-match': '"a"', 'if-none-match': '"a"' }, '"a"'],
  ])('with %j against %s: 412', (header, current) => {
    expect(() => write(header as Record<string, string>, current)).toThrow(
      expect.objectContaining({ status: 412, code: 'precondition_failed' }),
    )
  })
  test('with one that cannot be read: 400 that names it', () => {
    expect(() => write({ 'if-match': 'a' }, '"a"')).toThrow(
      expect.objectContaining({
        status: 400,
        details: [expect.objectContaining({ field: 'if-match', code: 'entity_tag' })],
      }),
    )
  })
})
