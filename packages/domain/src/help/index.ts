import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import * as agents from './agents.ts'
import { agentList } from './agents.store.ts'
import { furnish } from './furnish.ts'
import * as queues from './queues.ts'
import { queueList } from './queues.store.ts'
import * as tags from './tags.ts'
import { tagList } from './tags.store.ts'

export { agentList } from './agents.store.ts'
export { queueList } from './queues.store.ts'
export { tagList } from './tags.store.ts'

const handlers = { ...agents, ...queues, ...tags } satisfies Handlers<'help'>

export const help = surface('help', {
  handlers,
  lists: [agentList, queueList, tagList],
  furnish,
  moderatorScopes: ['helpdesk:read', 'helpdesk:write'],
})
