import { expect, test } from '@jest/globals'
import { unstorable } from '../../packages/server/src/http/body.ts'
import { BODY_BOUND, jsonBodies, measureBody, shapesOf } from '../../scripts/bench/bodies.ts'

/**
 * The cost of a body depends on its size, not on its shape. It is CPU time, so that neighbours do not
 * count.
 */

/** The most that a single fault and the machinery around it may take. */
const SLACK_MS = 3

test.each(jsonBodies())(
  '%s: no shape of a body costs much more than parsing it',
  async (...row) => {
    const shapes = shapesOf(row, 50_000)
    expect(shapes.length).toBeGreaterThan(6)
    for (const shape of shapes) {
      const isSlow = async (rounds: number) => {
        const { readMs, parseMs } = await measureBody(row, shape, rounds)
        return readMs > BODY_BOUND * parseMs + SLACK_MS && { readMs, parseMs }
      }
      // The first rounds may be those in which code is compiled or garbage is collected.
      const slow = (await isSlow(2)) && (await isSlow(10))
      expect({ shape: shape[0], slow }).toEqual({ shape: shape[0], slow: false })
    }
  },
)

test('a text that cannot be kept is found at any depth, in names as well, and without end', () => {
  const nested = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
  expect(unstorable({ 'a\0b': 1, c: [{ d: 'e\ud800' }] })).toMatchObject([
    { field: 'a\0b', code: 'characters' },
    { field: 'c[0].d', code: 'characters' },
  ])
  expect(unstorable(nested(100))).toEqual([])
  expect(unstorable(nested(100_000))).toMatchObject([{ code: 'too_deep' }])
  expect(unstorable(Array.from({ length: 5_000 }, () => '\0'))).toHaveLength(101)
})
