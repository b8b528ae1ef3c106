import { count, type Outbox } from '../../packages/domain/src/index.ts'
import type { Insert } from './world.ts'

/** The reports of the documentation world, and what its moderator has done. */

const SELLER = 312
const PIA = 7
const MODERATOR = 9

/** Where reports are put, and what is added to ids there. */
interface Place {
  readonly insert: Insert
  readonly outbox: Outbox
  readonly created_at: Date
  readonly at: (id: number) => number
}

/** Two open reports, 61 about the seller and 62 about a post, and a warning. */
export async function furnishReports(place: Place): Promise<void> {
  await report(place, [
    { id: place.at(61), reporter_id: PIA, reported_user_id: SELLER, reported_post_id: null },
    {
      id: place.at(62),
      reporter_id: SELLER,
      reported_user_id: PIA,
      reported_post_id: place.at(4502),
    },
  ])
  await warn(place, 1)
}

/** One more report and one more warning for each number. */
export async function growReports(
  place: Omit<Place, 'at'>,
  numbers: readonly number[],
): Promise<void> {
  const here = { ...place, at: (id: number) => id }
  await report(
    here,
    numbers.map(() => ({ reporter_id: PIA, reported_user_id: SELLER, reported_post_id: null })),
  )
  await warn(here, numbers.length)
}

interface Reported {
  readonly id?: number
  readonly reporter_id: number
  readonly reported_user_id: number
  readonly reported_post_id: number | null
}

async function report({ insert, outbox, created_at, at }: Place, reports: readonly Reported[]) {
  const common = { reason_category: 'spam', status: 'open', created_at }
  await insert(
    'reports',
    reports.map((each) => ({
      ...common,
      ...each,
      reporter_id: at(each.reporter_id),
      reported_user_id: at(each.reported_user_id),
    })),
  )
  const { status, reason_category } = common
  for (const { reported_user_id } of reports)
    count({ outbox }, 'reports', 1, {
      status,
      reason_category,
      reported_user_id: at(reported_user_id),
    })
}

async function warn({ insert, outbox, created_at, at }: Place, times: number) {
  const target_user_id = at(SELLER)
  const warning = { action: 'warn', target_kind: 'user', target_id: target_user_id, target_user_id }
  await insert(
    'moderation_actions',
    Array.from({ length: times }, () => ({ ...warning, actor_id: at(MODERATOR), created_at })),
  )
  count({ outbox }, 'moderation_actions', times, { action: 'warn', target_user_id })
}
