import { expect, test } from '@jest/globals'
import { timestamp } from '../../packages/domain/src/kit/present.ts'

const HOUR = 60 * 60 * 1000

test('a time is shown in UTC to the second, whatever was shown before it', () => {
  const leapDay = Date.UTC(2024, 1, 29, 23, 59, 59, 999)
  const around = [-25, -24, -1, 0, 1, 24, 25].map((hours) => leapDay + hours * HOUR)
  const far = [0, -1, -24 * HOUR - 1, Date.UTC(-100, 0, 1), Date.UTC(12_000, 5, 7, 8, 9, 10)]
  for (const ms of [...around, ...far, ...around]) {
    const time = new Date(ms)
    expect(timestamp(time)).toBe(time.toISOString().replace(/\.\d{3}Z$/, 'Z'))
  }
  expect(() => timestamp(new Date(Number.NaN))).toThrow(RangeError)
})
