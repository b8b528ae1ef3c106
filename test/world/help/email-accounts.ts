import { inboundSecretOf } from '../../support/http/inbound-secret.ts'
import { grownId, type Part, type Place } from '../part.ts'

const ACCOUNT = 81
const SPARE = 82

/** The default account, with the secret that tests send, and one beside it. */
export const part: Part = {
  ids: { 'email-accounts': ACCOUNT, deleteEmailAccount: SPARE },
  furnish(place) {
    const { at, tenantId, insert } = place
    const secret_hash = asJson(inboundSecretOf(tenantId).hash)
    insert('help_email_accounts', [
      { ...accountOf(place, at(ACCOUNT), 'support'), is_default: true, secret_hash },
      { ...accountOf(place, at(SPARE), 'returns'), is_default: false },
    ])
  },
  grow: (place, numbers) =>
    place.insert(
      'help_email_accounts',
      numbers.map((i) => accountOf(place, grownId(i), String(i))),
    ),
}

const asJson = (bytes: Buffer) => `\\x${bytes.toString('hex')}` as never

/** The hash is that of no secret. */
const accountOf = ({ now }: Place, id: number, local: string) => ({
  ...{ id, address: `${local}@retro.example`, name: 'Retro support' },
  ...{ secret_hash: asJson(Buffer.alloc(32)), secret_rotated_at: now, created_at: now },
})
