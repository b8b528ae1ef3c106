import { sql } from 'kysely'
import type { Partition } from '../../../kit/context.ts'

/** The key of a document without its own id; what a kind does not have is the zero UUID. */
export interface Place {
  readonly kind: number
  readonly activity_ref: string
  readonly agent_ref: string
}

export interface Key extends Place {
  readonly registration: string
  readonly document_ref: string
}

export interface DocumentRow {
  readonly content_type: string
  readonly content: Buffer
  readonly sha1: string
  readonly updated_at: Date
}

/** Makes writes of the same documents wait for each other, whether there is one or not. */
export const lockDocuments = (
  { tx, tenantId }: Partition,
  { kind, activity_ref, agent_ref }: Place,
) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${activity_ref} ${agent_ref}`}, ${tenantId}))`.execute(
    tx,
  )

const keyed = ({ tenantId }: Partition, key: Key) => sql<boolean>`
  tenant_id = ${tenantId} and kind = ${key.kind} and activity_ref = ${key.activity_ref}::uuid
  and agent_ref = ${key.agent_ref}::uuid and registration = ${key.registration}::uuid
  and document_ref = ${key.document_ref}::uuid`

export const findDocument = (partition: Partition, key: Key): Promise<DocumentRow | undefined> =>
  partition.tx
    .selectFrom('learn_xapi_documents')
    .select(['content_type', 'content', 'sha1', 'updated_at'])
    .where(keyed(partition, key))
    .executeTakeFirst()

/** The most documents of a place, whose ids one answer lists. */
export const MOST_DOCUMENTS = 10_000

const placed = ({ tx, tenantId }: Partition, { kind, activity_ref, agent_ref }: Place) =>
  tx
    .selectFrom('learn_xapi_documents')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('activity_ref', '=', activity_ref)
    .where('agent_ref', '=', agent_ref)

/** The ids of the documents of a place, those changed after a time. */
export async function listIds(
  partition: Partition,
  place: Place,
  registration: string | undefined,
  since: Date | undefined,
): Promise<string[]> {
  let query = placed(partition, place).select('document_id')
  if (registration !== undefined) query = query.where('registration', '=', registration)
  if (since !== undefined) query = query.where('updated_at', '>', since)
  const rows = await query
    .orderBy('updated_at')
    .orderBy('document_ref')
    .limit(MOST_DOCUMENTS)
    .execute()
  return [...new Set(rows.map(({ document_id }) => document_id))]
}

/** Whether a place has as many documents as it may have. */
export async function isFull(partition: Partition, place: Place): Promise<boolean> {
  const last = placed(partition, place)
    .select(sql`1`.as('one'))
    .offset(MOST_DOCUMENTS - 1)
    .limit(1)
  return (await last.executeTakeFirst()) !== undefined
}

/** A document as it is kept from now on. */
export interface NewDocument extends DocumentRow {
  readonly document_id: string
}

export const upsertDocument = ({ tx, tenantId }: Partition, key: Key, document: NewDocument) =>
  tx
    .insertInto('learn_xapi_documents')
    .values({ tenant_id: tenantId, ...key, ...document })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'kind', 'activity_ref', 'agent_ref', 'registration', 'document_ref'])
        .doUpdateSet(document),
    )
    .execute()

export const deleteDocument = (partition: Partition, key: Key) =>
  partition.tx.deleteFrom('learn_xapi_documents').where(keyed(partition, key)).execute()

/** Deletes every document of a place, of one registration where it is named. */
export function deleteDocuments(
  { tx, tenantId }: Partition,
  { kind, activity_ref, agent_ref }: Place,
  registration: string | undefined,
) {
  const query = tx
    .deleteFrom('learn_xapi_documents')
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('activity_ref', '=', activity_ref)
    .where('agent_ref', '=', agent_ref)
  return (
    registration === undefined ? query : query.where('registration', '=', registration)
  ).execute()
}
