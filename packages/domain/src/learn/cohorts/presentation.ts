import type { components } from '@mobieus/contract'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import type { CohortRow } from './cohorts.store.ts'
import type { InviteRow } from './invites.store.ts'
import type { MemberRow } from './members.store.ts'

type Schemas = components['schemas']

/** A cohort as it is at a time. */
export const presentCohort = (row: CohortRow, now: Date): Schemas['LearnCohort'] => ({
  ...{
    id: row.id,
    name: row.name,
    source: row.source as Schemas['LearnCohort']['source'],
    status: statusOf(row, now),
  },
  course_id: row.course_id,
  buyer: userOf(row.buyer_user_id, row.buyer_name),
  organization_name: row.organization_name,
  ...{ seat_count: row.seat_count, seats_used: row.seats_used },
  source_reference: row.source_reference,
  starts_at: nullableTimestamp(row.starts_at),
  expires_at: nullableTimestamp(row.expires_at),
  metadata: metadataOf(row),
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})

/** The state of a cohort at a time. */
export function statusOf(
  { starts_at, expires_at }: Pick<CohortRow, 'starts_at' | 'expires_at'>,
  now: Date,
): 'upcoming' | 'active' | 'expired' {
  if (expires_at && expires_at <= now) return 'expired'
  return starts_at && starts_at > now ? 'upcoming' : 'active'
}

const metadataOf = ({ metadata }: CohortRow) => (metadata ?? {}) as Record<string, string>

const userOf = (id: number | null, username: string | null) =>
  id === null ? null : { id, username: username as string }

/** A grant as it was made; `differs` names what was asked for and is not so. */
export const presentGrant = (
  row: CohortRow,
  inviteUrl: string,
  differs: string[],
): Schemas['LearnCohortGranted'] => ({
  ...{ cohort_id: row.id, course_id: row.course_id as number },
  ...{ seat_count: row.seat_count as number, seats_used: row.seats_used },
  source_reference: row.source_reference as string,
  invite_url: inviteUrl,
  created_at: timestamp(row.created_at),
  buyer_user_id: row.buyer_user_id as number,
  ...{ organization_name: row.organization_name, cohort_name: row.name },
  starts_at: nullableTimestamp(row.starts_at),
  expires_at: nullableTimestamp(row.expires_at),
  ...{ metadata: metadataOf(row), differs },
})

export const presentMember = (row: MemberRow): Schemas['LearnCohortMember'] => ({
  user: { id: row.user_id, username: row.username },
  enrollment_id: row.enrollment_id,
  joined_at: timestamp(row.joined_at),
})

export const presentSeat = (cohort: CohortRow, seat: MemberRow): Schemas['LearnCohortSeat'] => ({
  cohort_id: cohort.id,
  user: { id: seat.user_id, username: seat.username },
  enrollment_id: seat.enrollment_id as number,
  ...{ seat_count: cohort.seat_count as number, seats_used: cohort.seats_used },
  redeemed_at: timestamp(seat.joined_at),
})

export const presentInvite = (row: InviteRow): Schemas['LearnCohortInvite'] => ({
  ...{ id: row.id, email: row.email, status: inviteStatusOf(row) },
  error: row.error,
  redeemed_by: userOf(row.user_id, row.username),
  created_at: timestamp(row.created_at),
  sent_at: nullableTimestamp(row.sent_at),
  redeemed_at: nullableTimestamp(row.redeemed_at),
})

const inviteStatusOf = ({ redeemed_at, status }: InviteRow) =>
  redeemed_at ? 'redeemed' : (status as Schemas['LearnCohortInvite']['status'])
