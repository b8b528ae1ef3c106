import { seal, transact, unseal, type Database, type Secrets } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import type { Sealed } from '../../kit/surface.ts'
import { resealed } from '../../platform/reseal.ts'
import { methodOf, type Issuer } from './credential.rules.ts'
import { newKeyPair, openPrivateKey } from './keys.rules.ts'
import * as store from './keys.store.ts'
import type { Signer } from './proofs.ts'

const SIGNING_KEYS = 'learn signing keys'

const placeOf = (tenantId: number, keyId: number): string =>
  `learn signing key ${tenantId} ${keyId}`

/** How a transaction of its own is opened. */
export type InTransaction = <T>(work: (ctx: Partition) => Promise<T>) => Promise<T>

/** Opens transactions of a partition. */
export const opening =
  (db: Database, tenantId: number): InTransaction =>
  (work) =>
    transact(db, tenantId, ({ tx }) => work({ tx, tenantId }))

/**
 * The key by which a partition signs now; it is made when the first credential is asked for. One is kept where two
 * are made at once.
 */
export async function signerOf(
  within: InTransaction,
  secrets: Secrets,
  { did }: Pick<Issuer, 'did'>,
  now: Date,
): Promise<Signer> {
  const { sealing } = secrets.for(SIGNING_KEYS)
  const { tenantId, ...row } =
    (await within(findKey)) ??
    (await within(async (ctx) => {
      const { publicKey: public_key, privateKey } = newKeyPair()
      const id = await store.nextKeyId(ctx)
      const private_key = seal(sealing, privateKey, placeOf(ctx.tenantId, id))
      await store.insertKey(ctx, { id, public_key, private_key, created_at: now })
      return (await findKey(ctx)) as NonNullable<Awaited<ReturnType<typeof findKey>>>
    }))
  const key = unseal(sealing, row.private_key, placeOf(tenantId, row.id))
  if (key === undefined) throw new Error(`learn signing key ${row.id} opens with no secret`)
  return { verificationMethod: methodOf(did, row.id), key: openPrivateKey(key) }
}

async function findKey(ctx: Partition) {
  const row = await store.findPresentKey(ctx)
  return row && { ...row, tenantId: ctx.tenantId }
}

/** The private halves, a few of each partition. */
export const signingKeys: Sealed = {
  purpose: SIGNING_KEYS,
  async reseal(partition, keys) {
    const shut: string[] = []
    let moved = 0
    for (const { id, was } of await store.listKeysElsewhere(partition, keys[0].id)) {
      const key = resealed(keys, was, placeOf(partition.tenantId, id))
      if (key === undefined) shut.push(String(id))
      else moved += Number(await store.replaceKey(partition, id, was, key))
    }
    return { moved, shut, last: undefined }
  },
  tell: (shut) =>
    shut.map(
      ({ row, partition }) =>
        `Key ${row}, which signs credentials of ${partition}, opens with no secret that is known.`,
    ),
}
