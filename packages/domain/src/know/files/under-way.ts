import { problem } from '../../kit/problem.ts'

/** The refusal of another export or import while one is under way. */
export const underWay = (what: 'export' | 'import', running_id: number | undefined) =>
  problem('conflict', `Another ${what} is under way.`, { facts: { running_id } })
