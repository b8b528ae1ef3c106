import { count, type SystemWriting } from '@mobieus/domain/kit'
import { userList } from '@mobieus/domain/core'
import type { columnsOf } from '@mobieus/domain/scim'
import {
  insertScimUser,
  requestList,
  scimGroupList,
  scimUserList,
  tokenList,
} from '@mobieus/domain/scim'
import type { Insert } from './cast.ts'

type Resource = Parameters<typeof columnsOf>[0]

const emailsOf = (value: string) => [{ value, type: 'work', primary: true }]

const ANNA: Resource = {
  userName: 'anna@example.com',
  externalId: '00u1anna',
  name: { givenName: 'Anna', familyName: 'Lee' },
  displayName: 'Anna Lee',
  title: 'Head of Gardens',
  emails: emailsOf('anna@example.com'),
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Gardens' },
}
const RIK: Resource = {
  userName: 'rik@example.com',
  name: { givenName: 'Rik', familyName: 'Maas' },
  emails: emailsOf('rik@example.com'),
}

/** Members whom a provider manages and their group, one by hand, and the tokens and the log that the examples speak of. */
export async function insertProvisioning(
  ctx: SystemWriting,
  insert: Insert,
  moderator: { readonly id: number },
): Promise<void> {
  const member = (id: number, username: string, display_name: string) => ({
    ...{ id, username, display_name, email: `${username.split('.')[0]}@example.com`, role: 2 },
    ...{ email_verified: true, joined_at: ctx.now },
  })
  await insert('users', [
    member(321, 'anna.lee', 'Anna Lee'),
    member(323, 'rik.maas', 'Rik Maas'),
    member(324, 'cleo', 'Cleo'),
  ])
  count(ctx, userList, 3)
  await insertScimUser(ctx, 321, ANNA, ctx.now)
  await insertScimUser(ctx, 323, RIK, ctx.now)
  count(ctx, scimUserList, 2)
  const group = { source: 'api', name: 'Gardeners', name_key: 'gardeners' }
  const times = { created_at: ctx.now, updated_at: ctx.now }
  await insert('learn_cohorts', [{ ...group, ...times, id: 331, external_id: '00g1gardeners' }])
  await insert('learn_cohort_members', [{ cohort_id: 331, user_id: 321, joined_at: ctx.now }])
  count(ctx, scimGroupList, 1)
  const token = { prefix: 'ms_scim_Zx3a', created_by: moderator.id, created_at: ctx.now }
  await insert('scim_tokens', [{ ...token, id: 4, label: 'Okta' }])
  count(ctx, tokenList, 1)
  await insert('scim_requests', [
    {
      ...{ id: 71, token_id: 4, operation: 'patchScimUser', resource_type: 'User', status: 200 },
      ...{ resource_id: '321', user_id: 321, request_id: 'req_01jw0wnp3a2e8r6f4k1v7c9d5b' },
      before: { userName: 'anna@example.com', active: true },
      after: { userName: 'anna@example.com', active: true, title: 'Head of Gardens' },
      created_at: ctx.now,
    },
  ])
  count(ctx, requestList, 1, { token_id: 4, outcome: 'done' })
}
