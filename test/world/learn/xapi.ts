import { createHash } from 'node:crypto'
import { documentKey } from '../../../packages/domain/src/learn/index.ts'
import type { Part } from '../part.ts'

const ACTIVITY = 'https://example.com/courses/bees'
const AGENT = '{"mbox":"mailto:ada@example.com"}'
const REGISTRATION = '0b1f5a34-6a4e-4d0f-8c7e-2f1f8d3f9b10'
const PAGE = '{"page":11}'

/** The documents that examples read, merge and delete: a bookmark, with a registration and without, and settings. */
export const part: Part = {
  furnish({ insert, now }) {
    const state = { activityId: ACTIVITY, agent: AGENT }
    const keys = [
      ['bookmark', documentKey('state', state, 'bookmark')],
      ['bookmark', documentKey('state', { ...state, registration: REGISTRATION }, 'bookmark')],
      ['settings', documentKey('activityProfile', { activityId: ACTIVITY }, 'settings')],
      ['settings', documentKey('agentProfile', { agent: AGENT }, 'settings')],
    ] as const
    insert(
      'learn_xapi_documents',
      keys.map(([document_id, key]) => ({
        ...key,
        ...{ document_id, content_type: 'application/json', content: PAGE as never },
        ...{ sha1: createHash('sha1').update(PAGE).digest('hex'), updated_at: now },
      })),
    )
  },
}
