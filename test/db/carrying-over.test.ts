import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate } from '@mobieus/db'
import { testDatabase, withServer } from '../support/process/postgres.ts'

const appSecret = 'test-secret-of-16'
const all = new URL('../../packages/db/migrations/', import.meta.url)

test('0064 makes links of the follow-ups that mail had kept, beside those that are there', async () => {
  const { ownerUrl: url, drop } = await testDatabase({ template: 'template0' })
  const folder = await mkdtemp(path.join(tmpdir(), 'mobieus-migrations-'))
  const take = async (belongs: (name: string) => boolean) => {
    for (const name of (await readdir(all)).filter(belongs))
      await cp(new URL(name, all), path.join(folder, name))
  }
  try {
    await take((name) => name < '0064')
    await migrate({ url, appSecret, folder })
    await withServer(url, async (client) => {
      await client.query(OLD_FOLLOW_UPS)
      await take((name) => name.startsWith('0064'))
      await migrate({ url, appSecret, folder })
      const { rows } = await client.query(
        'select tenant_id, ticket_id, other_id, kind from help_ticket_links order by 1, 2, 3',
      )
      expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
        '1 1 2 followed_up_by',
        '1 1 3 followed_up_by',
        '1 2 1 follow_up_of',
        '1 2 4 related',
        '1 3 1 follow_up_of',
        '1 4 2 related',
        '2 1 2 followed_up_by',
        '2 2 1 follow_up_of',
      ])
      const mails = await client.query('select count(*)::int as n from help_inbound_mails')
      expect(mails.rows).toEqual([{ n: 6 }])
    })
  } finally {
    await rm(folder, { recursive: true })
    await drop()
  }
})

/**
 * Two tenants with tickets as 0063 had them. Mails made 2 and 3 follow 1; one follows nothing, one itself. The link
 * of 1 and 2 is there as another kind, that of 2 and 4 is nobody's mail.
 */
const OLD_FOLLOW_UPS = `
  insert into tenants (id, slug, name, environment, plan) overriding system value
  values (1, 'a', 'A', 'live', 'pro'), (2, 'b', 'B', 'live', 'pro');
  insert into help_queues (tenant_id, id, slug, name, assignment_policy, is_default) overriding system value
  select t, 1, 'q', 'Q', 'manual', true from unnest(array[1, 2]) t;
  insert into help_requesters (tenant_id, id, email, name) overriding system value
  select t, 1, 'ann@example.com', 'Ann' from unnest(array[1, 2]) t;
  insert into help_tickets (tenant_id, id, number, subject, source, queue_id, requester_id, created_at, updated_at)
  overriding system value
  select t, n, n, 'S', 'email', 1, 1, now(), now() from unnest(array[1, 2]) t, generate_series(1, 4) n;
  insert into help_ticket_links values
    (1, 1, 2, 'related'), (1, 2, 1, 'related'), (1, 2, 4, 'related'), (1, 4, 2, 'related');
  insert into help_inbound_mails (tenant_id, account_id, message_id, digest, kind, ticket_id, follows_ticket_id,
    sender_email, sender_domain, sender_name, subject, headers, received_at)
  select t, 1, n, '', 'person', ticket, follows, '', '', '', '', '[]', now() from (values
    (1, 1, 2, 1), (1, 2, 3, 1), (1, 3, 4, null), (1, 4, 4, 4), (1, 5, 2, 1), (2, 6, 2, 1)
  ) m (t, n, ticket, follows)`
