/** The role of members who may not do anything any more. */
export const BANNED = 1
export const REGISTERED = 2
/** The lowest role that moderates. */
export const MODERATOR = 3
export const ADMIN = 4
export const SUPER_ADMIN = 5

/** A member, as far as ranks go. */
export interface Ranked {
  readonly id: number
  readonly role: number
  readonly role_before_ban: number | null
}

/** How high a member stands. A ban takes rights, not rank: it is lifted only from where it could be made. */
export const rankOf = ({ role, role_before_ban }: Omit<Ranked, 'id'>): number =>
  Math.max(role, role_before_ban ?? 0)

/** Whether a member may change another, or act for them: somebody below, or oneself. */
export const outranks = (actor: Ranked, target: Ranked): boolean =>
  actor.id === target.id || actor.role > rankOf(target)
