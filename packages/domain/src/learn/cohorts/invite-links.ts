import type { Secrets } from '@mobieus/db'
import { openToken, signedToken } from '../../kit/tokens.ts'

const PURPOSE = 'learn-invite'

/** The path of the page where a member takes a seat. */
export const SEATS_PATH = '/learn/seats'

/** The cohort of a link, and the invitation where it came by mail. */
export interface Invited {
  readonly tenantId: number
  readonly cohortId: number
  readonly inviteId: number | undefined
}

interface Linked {
  readonly tenantId: number
  readonly secrets: Secrets
}

/** The address at which members take seats of a cohort; with an invitation it is for its reader alone. */
export function inviteUrlOf(
  { tenantId, secrets }: Linked,
  origin: string,
  cohortId: number,
  inviteId?: number,
): string {
  const words = [tenantId, cohortId, ...(inviteId === undefined ? [] : [inviteId])]
  return `${origin}${SEATS_PATH}?token=${signedToken(secrets.for(PURPOSE).signing, words)}`
}

/** The cohort that a link's token stands for; `undefined` where it is none of ours. */
export function invitedBy(secrets: Secrets, token: string): Invited | undefined {
  const words = openToken(secrets.for(PURPOSE).signing, token)?.map(Number)
  if (!words) return undefined
  const [tenantId, cohortId, inviteId] = words as [number, number, number | undefined]
  return { tenantId, cohortId, inviteId }
}
