import type { Filled, InsertRows } from './scale-fill.ts'

const QUEUES = 20
const AGENTS = 50

/** Fills what the help desk is set up with; tags and canned responses are as many as anything. */
export async function fillHelpDesk(insert: InsertRows, { from }: Filled): Promise<void> {
  const queue = `${from.help_queues} + 1 + i % ${QUEUES}`
  await insert(
    'help_queues',
    'id, slug, name',
    `${from.help_queues} + i, 'queue-' || i, 'Queue ' || i`,
    QUEUES,
  )
  await insert(
    'help_agents',
    'id, user_id, is_active, presence',
    `${from.help_agents} + i, ${from.users} + i, i % 5 <> 0,
     case when i % 5 <> 0 then 'available' else 'offline' end`,
    AGENTS,
  )
  await insert(
    'help_queue_agents',
    'agent_id, queue_id',
    `${from.help_agents} + i, ${queue}`,
    AGENTS,
  )
  await insert(
    'help_topics',
    'id, slug, name, queue_id, is_active',
    `${from.help_topics} + i, 'topic-' || i, 'Topic ' || i, ${queue}, i % 2 = 0`,
    QUEUES,
  )
  await insert(
    'help_tags',
    'id, slug, name, color',
    `${from.help_tags} + i, 'tag-' || i, 'Tag ' || i, '#667085'`,
  )
  await insert(
    'help_canned_responses',
    'id, slug, title, body_md, queue_id, is_active',
    `${from.help_canned_responses} + i, 'canned-' || i, 'Canned ' || i, 'Dear {{requester.first_name}}',
     ${queue}, i % 10 <> 0`,
  )
}
