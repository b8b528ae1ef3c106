import { seal, unseal, type Secrets } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import type { Sealed } from '../../kit/surface.ts'
import { resealed } from '../../platform/reseal.ts'
import {
  findMailgunKey,
  listMailgunKeysElsewhere,
  replaceMailgunKey,
} from './email-accounts.store.ts'

const MAILGUN_KEYS = 'mailgun keys'

const keyPlace = (tenantId: number, accountId: number): string =>
  `mailgun key ${tenantId} ${accountId}`

type Sealing = Pick<Partition, 'tenantId'> & { readonly secrets: Secrets; readonly now: Date }

/** The columns of an account that gets this signing key, or has none any more; none where it stays. */
export const columnsOfMailgunKey = (
  { secrets, tenantId, now }: Sealing,
  accountId: number,
  key: string | null | undefined,
) => {
  if (key === undefined) return {}
  if (key === null) return { mailgun_signing_key: null, mailgun_signing_key_set_at: null }
  const sealed = seal(secrets.for(MAILGUN_KEYS).sealing, key, keyPlace(tenantId, accountId))
  return { mailgun_signing_key: sealed, mailgun_signing_key_set_at: now }
}

/** The signing key of an account; null where it has none, and `undefined` where nothing opens it. */
export async function mailgunKeyOf(
  ctx: Partition & { readonly secrets: Secrets },
  accountId: number,
): Promise<string | null | undefined> {
  const sealed = await findMailgunKey(ctx, accountId)
  if (sealed === null) return null
  return unseal(ctx.secrets.for(MAILGUN_KEYS).sealing, sealed, keyPlace(ctx.tenantId, accountId))
}

/** The signing keys of the accounts, of which a partition has fifty at most. */
export const mailgunKeys: Sealed = {
  purpose: MAILGUN_KEYS,
  async reseal(partition, keys) {
    const shut: string[] = []
    let moved = 0
    for (const { id, was } of await listMailgunKeysElsewhere(partition, keys[0].id)) {
      const key = resealed(keys, was, keyPlace(partition.tenantId, id))
      if (key === undefined) shut.push(String(id))
      else moved += Number(await replaceMailgunKey(partition, id, was, key))
    }
    return { moved, shut, last: undefined }
  },
  tell: (shut) =>
    shut.map(
      ({ row, partition }) =>
        `The signing key of e-mail account ${row} of ${partition} opens with no secret that is known; set it anew.`,
    ),
}
