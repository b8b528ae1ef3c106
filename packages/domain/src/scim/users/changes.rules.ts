import { isDeepStrictEqual } from 'node:util'
import type { Resource } from '../schema/resources.ts'

/** The names of the attributes that differ between two resources, in order; an extension is one, by its URN. */
export const changedAttributes = (before: Resource, after: Resource): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .sort()
