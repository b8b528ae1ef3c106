import {
  seal,
  sealingKeys,
  transact,
  unseal,
  type AppSecrets,
  type Database,
  type OfSecrets,
  type SealingKey,
} from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import type { Resealing, Sealed } from '../kit/surface.ts'
import { AI_KEYS, aiKeyPlace } from './ai.rules.ts'
import { findAiKeyElsewhere, replaceAiKey } from './ai-settings.store.ts'
import { secretPlace, WEBHOOK_SECRETS } from './webhooks.rules.ts'
import * as store from './reseal.store.ts'
import { answerPlace, STORED_ANSWERS } from './stored-answers.ts'

/** The outcome of resealing one partition. */
export interface Resealed {
  /** Rows that are sealed with the present secret from now on. */
  readonly moved: number
  /** The rows, of each kind of value, that open with no secret that is known. */
  readonly shut: readonly (readonly string[])[]
}

/**
 * Seals with the present secret all that a partition keeps sealed under an older one. Each transaction
 * takes a few hundred rows and changes only those that are still as they were read. So it may run beside
 * servers and workers, be interrupted, and be repeated.
 */
export async function resealPartition(
  db: Database,
  sealed: readonly Sealed[],
  tenantId: number,
  secrets: AppSecrets,
  now: Date,
): Promise<Resealed> {
  const all = { moved: 0, shut: [] as string[][] }
  for (const { purpose, reseal } of sealed) {
    const keys = sealingKeys(secrets, purpose)
    const shut: string[] = []
    let after: string | undefined
    do {
      const from = after
      const batch = await transact(db, tenantId, ({ tx }) =>
        reseal({ tx, tenantId }, keys, from, now),
      )
      all.moved += batch.moved
      shut.push(...batch.shut)
      after = batch.last
    } while (after !== undefined)
    all.shut.push(shut)
  }
  return all
}

const BATCH = 200

/** Signing secrets, the one before included while it signs. */
export const signingSecrets: Sealed = {
  purpose: WEBHOOK_SECRETS,
  reseal: (partition, keys, after, now) =>
    resealEndpoints(partition, keys, Number(after ?? 0), now),
  tell: (shut) =>
    shut.map(
      ({ row, partition }) =>
        `The signing secret of webhook ${row} of ${partition} opens with no secret that is known; rotate it.`,
    ),
}

/** Answers that are kept for their Idempotency-Key. */
export const storedAnswers: Sealed = {
  purpose: STORED_ANSWERS,
  reseal: (partition, keys, after, now) =>
    resealAnswers(partition, keys, Buffer.from(after ?? '', 'hex'), now),
  tell: ({ length }) =>
    length > 0
      ? [`${length} stored answers open with none; they are kept for 24 hours at most.`]
      : [],
}

/** The key of the tenant's model: one value at most. */
export const aiKeys: Sealed = {
  purpose: AI_KEYS,
  async reseal(partition, keys) {
    const row = await findAiKeyElsewhere(partition, keys[0].id)
    const was = row?.api_key ?? undefined
    const key = was && resealed(keys, was, aiKeyPlace(partition.tenantId))
    const moved = was && key ? await replaceAiKey(partition, was, key) : false
    return { moved: Number(moved), shut: was && !key ? ['1'] : [], last: undefined }
  },
  tell: (shut) =>
    shut.map(
      ({ partition }) =>
        `The key of the model of ${partition} opens with no secret that is known; set it anew.`,
    ),
}

type Keys = OfSecrets<SealingKey>

async function resealEndpoints(
  partition: Partition,
  keys: Keys,
  after: number,
  now: Date,
): Promise<Resealing> {
  const rows = await store.listSealedEndpoints(partition, keys[0].id, after, BATCH)
  const shut: string[] = []
  const changed = rows.flatMap((row): store.ResealedEndpoint[] => {
    const place = secretPlace(partition.tenantId, row.id)
    const secret = row.secret && resealed(keys, row.secret, place)
    if (secret === undefined) shut.push(String(row.id))
    // A secret whose grace is over signs nothing any more, and one that no key opens never will.
    const until = row.previous_secret_expires_at
    const older = row.previous_secret && until && until > now ? row.previous_secret : undefined
    const previous = older && resealed(keys, older, place)
    const change = {
      id: row.id,
      secret: secret ?? row.secret,
      previous_secret: previous ?? null,
      previous_secret_expires_at: previous === undefined ? null : until,
      was: row.secret,
    }
    const same = change.secret === row.secret && change.previous_secret === row.previous_secret
    return same ? [] : [change]
  })
  const moved = changed.length === 0 ? 0 : await store.updateEndpoints(partition, changed)
  return { moved, shut, last: lastOf(rows)?.id.toString() }
}

async function resealAnswers(
  partition: Partition,
  keys: Keys,
  after: Buffer,
  now: Date,
): Promise<Resealing> {
  const rows = await store.listSealedAnswers(partition, keys[0].id, after, now, BATCH)
  const shut: string[] = []
  const changed = rows.flatMap(({ key_hash, body: was }): store.ResealedAnswer[] => {
    const body = resealed(keys, was, answerPlace(partition.tenantId, key_hash))
    if (body !== undefined) return [{ key: key_hash.toString('hex'), body, was }]
    shut.push(key_hash.toString('hex'))
    return []
  })
  const moved = changed.length === 0 ? 0 : await store.updateAnswers(partition, changed)
  return { moved, shut, last: lastOf(rows)?.key_hash.toString('hex') }
}

/** The same under the present secret; `undefined` when it does not open. */
export function resealed(keys: Keys, sealed: string, place: string): string | undefined {
  if (sealed.startsWith(`${keys[0].id}.`)) return sealed
  const text = unseal(keys, sealed, place)
  return text === undefined ? undefined : seal(keys, text, place)
}

/** The last row of a full batch: after fewer there is nothing. */
const lastOf = <Row>(rows: readonly Row[]): Row | undefined =>
  rows.length < BATCH ? undefined : rows.at(-1)
