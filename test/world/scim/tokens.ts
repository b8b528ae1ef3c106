import { scimTokenOf } from '../../support/http/scim-token.ts'
import { MODERATOR } from '../core/users.ts'
import { grownId, type Part, type Place } from '../part.ts'

export const TOKEN = 4
const SPARE = 5

/** The token that tests send, and one that comes to its end. */
export const part: Part = {
  ids: { tokens: TOKEN, rotateScimToken: SPARE, revokeScimToken: SPARE },
  furnish(place) {
    const { at, tenantId, insert } = place
    const created_by = at(MODERATOR.id)
    insert(
      'scim_tokens',
      [TOKEN, SPARE].map((id) => ({ ...tokenOf(place, at(id)), created_by })),
    )
    const token_hash = asJson(scimTokenOf(tenantId).hash)
    insert('scim_token_directory', [{ token_hash, token_id: at(TOKEN) }])
  },
  grow: (place, numbers) =>
    place.insert(
      'scim_tokens',
      numbers.map((i) => tokenOf(place, grownId(i))),
    ),
}

const asJson = (bytes: Buffer) => `\\x${bytes.toString('hex')}` as never

const tokenOf = ({ now }: Place, id: number) => ({
  ...{ id, label: 'Okta', prefix: 'ms_scim_Zx3a', created_at: now },
})
