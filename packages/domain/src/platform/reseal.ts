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
import { secretPlace, WEBHOOK_SECRETS } from './webhooks.rules.ts'
import * as store from './reseal.store.ts'
import { answerPlace, STORED_ANSWERS } from './stored-answers.ts'

/** The outcome of resealing one partition. */
export interface Resealed {
  /** Rows that are sealed with the present secret from now on. */
  readonly moved: number
  /** Endpoints whose signing secret opens with no secret that is known. */
  readonly shutEndpoints: readonly number[]
  /** Stored answers of which the same is true. */
  readonly shutAnswers: number
}

/**
 * Seals with the present secret whatever a partition keeps sealed under an older one. Each transaction
 * takes a few hundred rows and changes only what is still as it was read, so it may run beside servers
 * and workers, be interrupted, and be repeated.
 */
export async function resealPartition(
  db: Database,
  tenantId: number,
  secrets: AppSecrets,
  now: Date,
): Promise<Resealed> {
  const endpoints = await inBatches(db, tenantId, 0, (partition, after: number) =>
    resealEndpoints(partition, sealingKeys(secrets, WEBHOOK_SECRETS), after, now),
  )
  const answers = await inBatches(db, tenantId, Buffer.alloc(0), (partition, after: Buffer) =>
    resealAnswers(partition, sealingKeys(secrets, STORED_ANSWERS), after, now),
  )
  return {
    moved: endpoints.moved + answers.moved,
    shutEndpoints: endpoints.shut,
    shutAnswers: answers.shut.length,
  }
}

const BATCH = 200

/** The outcome of one batch, and the key after which the next one begins. */
interface Batch<Key> {
  readonly moved: number
  readonly shut: readonly Key[]
  readonly last: Key | undefined
}

async function inBatches<Key>(
  db: Database,
  tenantId: number,
  first: Key,
  work: (partition: Partition, after: Key) => Promise<Batch<Key>>,
): Promise<{ moved: number; shut: Key[] }> {
  const all = { moved: 0, shut: [] as Key[] }
  for (let after: Key | undefined = first; after !== undefined;) {
    const from: Key = after
    const batch = await transact(db, tenantId, ({ tx }) => work({ tx, tenantId }, from))
    all.moved += batch.moved
    all.shut.push(...batch.shut)
    after = batch.last
  }
  return all
}

type Keys = OfSecrets<SealingKey>

async function resealEndpoints(
  partition: Partition,
  keys: Keys,
  after: number,
  now: Date,
): Promise<Batch<number>> {
  const rows = await store.listSealedEndpoints(partition, keys[0].id, after, BATCH)
  const shut: number[] = []
  const changed = rows.flatMap((row): store.ResealedEndpoint[] => {
    const place = secretPlace(partition.tenantId, row.id)
    const secret = row.secret && reseal(keys, row.secret, place)
    if (secret === undefined) shut.push(row.id)
    // One whose grace is over signs nothing any more, and one that does not open never will.
    const until = row.previous_secret_expires_at
    const older = row.previous_secret && until && until > now ? row.previous_secret : undefined
    const previous = older && reseal(keys, older, place)
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
  return { moved, shut, last: lastOf(rows)?.id }
}

async function resealAnswers(
  partition: Partition,
  keys: Keys,
  after: Buffer,
  now: Date,
): Promise<Batch<Buffer>> {
  const rows = await store.listSealedAnswers(partition, keys[0].id, after, now, BATCH)
  const shut: Buffer[] = []
  const changed = rows.flatMap(({ key_hash, body: was }): store.ResealedAnswer[] => {
    const body = reseal(keys, was, answerPlace(partition.tenantId, key_hash))
    if (body !== undefined) return [{ key: key_hash.toString('hex'), body, was }]
    shut.push(key_hash)
    return []
  })
  const moved = changed.length === 0 ? 0 : await store.updateAnswers(partition, changed)
  return { moved, shut, last: lastOf(rows)?.key_hash }
}

/** The same under the present secret; `undefined` when it does not open. */
function reseal(keys: Keys, sealed: string, place: string): string | undefined {
  if (sealed.startsWith(`${keys[0].id}.`)) return sealed
  const text = unseal(keys, sealed, place)
  return text === undefined ? undefined : seal(keys, text, place)
}

/** The last row of a full batch: after fewer there is nothing. */
const lastOf = <Row>(rows: readonly Row[]): Row | undefined =>
  rows.length < BATCH ? undefined : rows.at(-1)
