import { grownId, type Part, type Place } from '../part.ts'

export const SELLER = { id: 312, username: 'retroseller' }
export const PIA = { id: 7, username: 'pixel_pia' }
export const MODERATOR = { id: 9, username: 'mod_alice' }
const ADMIN = { id: 4, username: 'admin_ann' }
const LEAVING = { id: 8, username: 'leaving_lou' }
const BARRED = { id: 11, username: 'barred_bob' }

type Member = Readonly<typeof SELLER>

/** A member as events tell it. */
export const memberAt = ({ at }: Place, { id, username }: Member) => ({ id: at(id), username })

/** The members; one of them is leaving, and one is banned, suspended and shadow-banned. */
export const part: Part = {
  ids: { users: SELLER.id, restoreUser: LEAVING.id },
  furnish(place) {
    const { insert, now } = place
    const named = (member: Member, display_name: string, mailbox: string) => ({
      ...memberAt(place, member),
      display_name,
      email: `${mailbox}@example.com`,
    })
    insert('users', [
      { ...named(SELLER, 'Retro Seller', 'retro'), role: 2 },
      { ...named(PIA, 'Pixel Pia', 'pia'), role: 2 },
      { ...named(MODERATOR, 'Alice', 'alice'), role: 3 },
      { ...named(ADMIN, 'Ann', 'ann'), role: 4 },
    ])
    insert('users', [{ ...named(LEAVING, 'Lou', 'lou'), role: 2, deletion_scheduled_at: now }])
    const barred = { suspended_until: '2999-01-01T00:00:00Z', shadow_banned_at: now }
    insert('users', [{ ...named(BARRED, 'Bob', 'bob'), role: 1, role_before_ban: 2, ...barred }])
  },
  grow({ insert, emit }, numbers) {
    for (const i of numbers) {
      const [user_id, username] = [grownId(i), `member_${i}`]
      insert('users', [{ id: user_id, username, display_name: `Member ${i}`, role: 2 }])
      emit('user.joined', { user_id, username, email_verified: false })
    }
  },
}
