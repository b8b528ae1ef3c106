import { createHash } from 'node:crypto'
import type { SystemWriting } from '@mobieus/domain/kit'
import { documentKey } from '@mobieus/domain/learn'
import type { Insert } from './cast.ts'

const ACTIVITY = 'https://example.com/courses/bees'
const AGENT = '{"mbox":"mailto:ada@example.com"}'
const REGISTRATION = '0b1f5a34-6a4e-4d0f-8c7e-2f1f8d3f9b10'
const PAGE = '{"page":11}'

/** The documents of the learning record store that the examples speak of. */
export async function insertRecords({ now }: SystemWriting, insert: Insert): Promise<void> {
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
}
