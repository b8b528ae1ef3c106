import { describe, test } from '@jest/globals'

/**
 * `test.each` and `describe.each`, which refuse a table without rows, for one that may have none: a
 * surface need not have operations of every kind.
 */
export const testEach = ((rows: readonly never[]) =>
  rows.length > 0 ? test.each(rows) : () => undefined) as unknown as typeof test.each

export const describeEach = ((rows: readonly never[]) =>
  rows.length > 0 ? describe.each(rows) : () => undefined) as unknown as typeof describe.each
