import { createHash } from 'node:crypto'
import { seal, type Secrets } from '@mobieus/db'
import { count, type SystemWriting } from '@mobieus/domain/kit'
import {
  deletionList,
  documentKey,
  FORWARDER_PASSWORDS,
  forwarderList,
  passwordPlace,
} from '@mobieus/domain/learn'
import type { Insert } from './cast.ts'

const ACTIVITY = 'https://example.com/courses/bees'
const AGENT = '{"mbox":"mailto:ada@example.com"}'
const REGISTRATION = '0b1f5a34-6a4e-4d0f-8c7e-2f1f8d3f9b10'
const PAGE = '{"page":11}'

const ADMIN = 4

/** The documents, the deletion and the forwarder of the learning record store that the examples speak of. */
export async function insertRecords(
  ctx: SystemWriting,
  insert: Insert,
  secrets: Secrets,
): Promise<void> {
  const { now, tenantId } = ctx
  const state = { activityId: ACTIVITY, agent: AGENT }
  const keys = [
    ['bookmark', documentKey('state', state, 'bookmark')],
    ['bookmark', documentKey('state', { ...state, registration: REGISTRATION }, 'bookmark')],
    ['settings', documentKey('activityProfile', { activityId: ACTIVITY }, 'settings')],
    ['settings', documentKey('agentProfile', { agent: AGENT }, 'settings')],
  ] as const
  await insert(
    'learn_xapi_documents',
    keys.map(([document_id, key]) => ({
      ...key,
      ...{ document_id, content_type: 'application/json', content: PAGE },
      ...{ sha1: createHash('sha1').update(PAGE).digest('hex'), updated_at: now },
    })),
  )
  const deletion = { id: 7611, user_id: ADMIN, refs: [], statements: 41, documents: 2 }
  const ended = { remaining: 0, created_at: now, finished_at: now }
  await insert('learn_actor_deletions', [{ ...deletion, ...ended }])
  count(ctx, deletionList, 1)
  const forwarder = { id: 7621, label: 'Archive', username: 'retro', user_id: ADMIN }
  const { sealing } = secrets.for(FORWARDER_PASSWORDS)
  const password = seal(sealing, 'of nobody', passwordPlace(tenantId, forwarder.id))
  await insert('learn_record_forwarders', [
    {
      ...{ ...forwarder, url: 'https://archive.example.com/xapi', password },
      ...{ is_active: true, after_stored: now, after_id: 0, statements: 4100, refused: 0 },
      ...{ failures: 0, created_at: now, updated_at: now },
    },
  ])
  count(ctx, forwarderList, 1)
}
